/// The style sheet of the page.
enum HTMLStyle {
  /// The sheet, with the colours of figures for light and dark screens.
  static let sheet: String = {
    let light = Paint.allCases.map { "--\($0.rawValue):\($0.light)" }.joined(separator: ";")
    let dark = Paint.allCases.map { "--\($0.rawValue):\($0.dark)" }.joined(separator: ";")
    let classes = Paint.allCases.map { paint in
      let name = paint.rawValue
      return ".f-\(name){fill:var(--\(name))}.k-\(name){stroke:var(--\(name))}"
    }.joined(separator: "\n")
    return """
      :root{\(light);\(lightPage)}
      @media screen and (prefers-color-scheme:dark){:root{\(dark);\(darkPage)}}
      \(classes)
      \(page)
      \(pieces)
      \(media)
      \(print)
      """
  }()

  private static let lightPage =
    "--page:#ffffff;--raised:#f6f8fa;--link:#0b5cad;--good:#0a6b4b;--half:#7a5200;"
    + "--bad:#a63a00;--unknown:#57606a;--target:#fff4cc"
  private static let darkPage =
    "--page:#14181d;--raised:#1d232a;--link:#79b8f3;--good:#4fd3a8;--half:#f0b429;"
    + "--bad:#ff9a62;--unknown:#9da7b1;--target:#3d3413"

  private static let page = """
    *{box-sizing:border-box}
    html{scroll-padding-top:1rem;-webkit-text-size-adjust:100%}
    body{margin:0;background:var(--page);color:var(--ink);line-height:1.55;
    font-family:system-ui,-apple-system,"Segoe UI",Roboto,Helvetica,Arial,sans-serif}
    a{color:var(--link)}
    a:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:3px solid var(--orange)}
    main:focus{outline:none}
    .skip{position:absolute;left:-999rem}
    .skip:focus{left:1rem;top:1rem;background:var(--page);padding:.5rem 1rem;z-index:2}
    main{max-width:64rem;margin:0 auto;padding:1.6rem 1.5rem 4rem}
    h1{font-size:1.55rem;line-height:1.2;margin:0 0 .6rem;text-wrap:balance}
    h2{font-size:1.3rem;margin:2.2rem 0 .6rem;line-height:1.25}
    h3{font-size:1.05rem;margin:1.4rem 0 .4rem}
    h4{font-size:1rem;margin:1.4rem 0 .4rem}
    .lead h2{font-size:1.05rem;margin:.8rem 0 .3rem}
    .lead ul{padding-left:1.1rem;margin:.3rem 0}.lead li{margin:.35rem 0}
    .pair{display:grid;grid-template-columns:1fr 1fr;gap:0 2rem}
    .contents{margin:1.6rem 0 0;padding:.6rem 0;font-size:.92rem;
    border-top:1px solid var(--grid);border-bottom:1px solid var(--grid)}
    .contents ol{display:flex;flex-wrap:wrap;gap:.3rem 1.3rem;list-style:none;margin:0;padding:0}
    .body p,.body ul,.body ol,aside p,.lead>p{max-width:48rem}
    .headline{font-size:1.1rem;border-left:4px solid var(--blue);padding-left:.8rem}
    .anchor{color:var(--muted);text-decoration:none;font-weight:400;opacity:0}
    h2:hover .anchor,.anchor:focus{opacity:1}
    .part{border:1px solid var(--grid);border-radius:8px;margin:.6rem 0;padding:.5rem .9rem}
    .part>summary h3{display:inline;margin:0}
    .finding{display:block;margin:.15rem 0 0;max-width:52rem}
    .card{border-left:3px solid var(--grid);margin:.5rem 0;padding:.15rem 0 .15rem .8rem}
    .card code{overflow-wrap:anywhere}
    .card[open]{border-left-color:var(--blue)}
    .mark:focus-visible{outline:3px solid var(--orange);outline-offset:1px}
    .mark:hover *{stroke:var(--ink);stroke-width:2}
    details:target,.part:target{background:var(--target)}
    code{font-family:ui-monospace,Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:.9em}
    """

  private static let pieces = """
    figure{margin:1.4rem 0;padding:1rem;border:1px solid var(--grid);border-radius:8px}
    figcaption{margin-bottom:.7rem;font-size:.93rem;color:var(--muted)}
    figcaption strong{display:block;color:var(--ink);font-size:1rem}
    figure svg{display:block;width:100%;height:auto}
    .f-ground{fill:var(--page)}.k-ground{stroke:var(--page)}
    svg{font:11px system-ui,-apple-system,"Segoe UI",Roboto,Helvetica,Arial,"DejaVu Sans",sans-serif}
    :where(svg text:not([class])){fill:var(--ink)}
    :where(svg :is(path,rect,circle):not([fill])){fill:none}
    .narrow{display:none}
    .scroll{overflow-x:auto;margin:1rem 0}
    table{border-collapse:collapse;width:100%;font-size:.88rem;font-variant-numeric:tabular-nums}
    caption{text-align:left;font-weight:600;padding-bottom:.4rem}
    th,td{text-align:left;vertical-align:top;padding:.4rem .55rem;
    border-bottom:1px solid var(--grid);overflow-wrap:break-word}
    thead th{border-bottom:2px solid var(--muted)}
    tbody th{font-weight:600}
    .n{text-align:right}.w{min-width:15rem}td:last-child{overflow-wrap:anywhere;min-width:9rem}
    td.n:last-child{min-width:0}.tight,time{white-space:nowrap}
    small{color:var(--muted);font-size:.93em}
    tr.muted td{color:var(--muted)}
    tr:target{background:var(--target)}
    .badge{white-space:nowrap;font-weight:600;border:1px solid currentColor;border-radius:1rem;
    padding:.02rem .55rem;font-size:.85rem;display:inline-block}
    .supported{color:var(--good)}.partly{color:var(--half)}.contradicted{color:var(--bad)}
    .untested,.neutral{color:var(--unknown)}
    .supported::before{content:"✓ "/""}.partly::before{content:"◐ "/""}
    .contradicted::before{content:"✗ "/""}.untested::before{content:"? "/""}
    .neutral::before{content:"• "/""}
    .callout{border:1px solid var(--grid);border-left:4px solid var(--sky);border-radius:6px;
    background:var(--raised);padding:.3rem 1rem;margin:1rem 0}
    .callout.caution{border-left-color:var(--orange)}
    .callout.answer{border-left:6px solid var(--blue);font-size:1.08rem}
    .callout.answer p{margin:.4rem 0}
    details{margin:.8rem 0}
    summary{cursor:pointer}
    """

  private static let media = """
    @media screen and (max-width:42rem){
    main{padding:1rem .9rem 3rem}
    h1{font-size:1.25rem}
    .pair{display:block}
    .callout.answer{font-size:1rem;padding:.2rem .7rem}
    figure{padding:.6rem .3rem}.part{padding:.4rem .5rem}
    .wide{display:none}.narrow{display:block}
    table.cards,.cards tbody,.cards tr,.cards td,.cards tbody th{display:block;width:100%}
    .cards thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
    .cards tr{border:1px solid var(--grid);border-radius:8px;margin:.7rem 0;padding:.4rem .2rem}
    .cards td,.cards tbody th{border:0;padding:.15rem .55rem;text-align:left;white-space:normal}
    .cards td[data-label]::before{content:attr(data-label) ": ";color:var(--muted)}
    .cards td:empty{display:none}
    .cards caption{display:block;width:100%}
    .cards td.w,.cards td:last-child{min-width:0}
    }
    """
}
