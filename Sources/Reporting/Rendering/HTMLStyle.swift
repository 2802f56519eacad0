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
    main:focus,tr:focus{outline:none}
    .skip{position:absolute;left:-999rem}
    .skip:focus{left:1rem;top:1rem;background:var(--page);padding:.5rem 1rem;z-index:2}
    .masthead{padding:2rem 1.5rem 1rem;max-width:78rem;margin:0 auto}
    h1{font-size:1.8rem;line-height:1.2;margin:0;text-wrap:balance}
    h2{font-size:1.35rem;margin:2.6rem 0 .6rem;line-height:1.25}
    h3{font-size:1.05rem;margin:1.8rem 0 .4rem}
    .columns{display:grid;grid-template-columns:13rem minmax(0,1fr);gap:2.5rem;
    max-width:78rem;margin:0 auto;padding:0 1.5rem 4rem}
    .contents{position:sticky;top:0;align-self:start;max-height:100vh;overflow:auto;
    padding:1rem 0;font-size:.9rem}
    .contents ol{list-style:none;margin:.4rem 0 0;padding:0}
    .contents a{display:block;padding:.28rem .5rem;text-decoration:none;border-radius:4px}
    .contents a:hover{background:var(--raised);text-decoration:underline}
    .contents summary{font-weight:600;padding-left:.5rem;cursor:pointer}
    main>p,section>p,section>ul,section>ol,aside p{max-width:46rem}
    .headline{font-size:1.1rem;border-left:4px solid var(--blue);padding-left:.8rem}
    .anchor{color:var(--muted);text-decoration:none;font-weight:400;opacity:0}
    h2:hover .anchor,.anchor:focus{opacity:1}
    code{font-family:ui-monospace,Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:.9em}
    """

  private static let pieces = """
    figure{margin:1.4rem 0;padding:1rem;border:1px solid var(--grid);border-radius:8px}
    figcaption{margin-bottom:.7rem;font-size:.93rem;color:var(--muted)}
    figcaption strong{display:block;color:var(--ink);font-size:1rem}
    figure svg{display:block;width:100%;height:auto}
    .f-ground{fill:var(--page)}.k-ground{stroke:var(--page)}
    .narrow{display:none}
    .scroll{overflow-x:auto;margin:1rem 0}
    table{border-collapse:collapse;width:100%;font-size:.88rem;font-variant-numeric:tabular-nums}
    caption{text-align:left;font-weight:600;padding-bottom:.4rem}
    th,td{text-align:left;vertical-align:top;padding:.4rem .55rem;
    border-bottom:1px solid var(--grid);overflow-wrap:break-word}
    thead th{border-bottom:2px solid var(--muted)}
    tbody th{font-weight:600}
    .n{text-align:right}.w{min-width:15rem}td:last-child{overflow-wrap:anywhere;min-width:9rem}
    td.n:last-child{min-width:0}.tight{white-space:nowrap}
    .aside{color:var(--muted);font-size:.93em}
    tr.muted td{color:var(--muted)}
    tr:target{background:var(--target)}
    .badge{white-space:nowrap;font-weight:600;border:1px solid currentColor;border-radius:1rem;
    padding:.02rem .55rem;font-size:.85rem;display:inline-block}
    .supported{color:var(--good)}.partly{color:var(--half)}.contradicted{color:var(--bad)}
    .untested,.neutral{color:var(--unknown)}
    .callout{border:1px solid var(--grid);border-left:4px solid var(--sky);border-radius:6px;
    background:var(--raised);padding:.3rem 1rem;margin:1rem 0}
    .callout.caution{border-left-color:var(--orange)}
    details{margin:.8rem 0}
    summary{cursor:pointer}
    """

  private static let media = """
    @media screen and (max-width:58rem){
    .columns{display:block;padding:0 1rem 3rem}
    .masthead{padding:1.2rem 1rem .4rem}
    .contents{position:static;max-height:none;border-bottom:1px solid var(--grid)}
    }
    @media screen and (max-width:42rem){
    h1{font-size:1.4rem}
    figure{padding:.7rem .5rem}
    .wide{display:none}.narrow{display:block}
    table.cards,.cards tbody,.cards tr,.cards td,.cards tbody th{display:block;width:100%}
    .cards thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
    .cards tr{border:1px solid var(--grid);border-radius:8px;margin:.7rem 0;padding:.4rem .2rem}
    .cards td,.cards tbody th{border:0;padding:.15rem .55rem;text-align:left;white-space:normal}
    .cards td::before{content:attr(data-label) ": ";color:var(--muted)}
    .cards td:empty{display:none}
    .cards caption{display:block;width:100%}
    .cards td.w,.cards td:last-child{min-width:0}
    }
    @page{margin:16mm 14mm}
    @media print{
    body{font-size:10pt}
    .columns{display:block;padding:0}.contents,.skip,.anchor{display:none}
    .masthead{padding:0 0 .5rem}
    figure,tr,.callout{break-inside:avoid}
    h2,h3{break-after:avoid}
    thead{display:table-header-group}
    .scroll{overflow:visible}
    a{color:inherit;text-decoration:none}
    }
    """
}
