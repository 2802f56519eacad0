extension HTMLStyle {
  /// The page on paper: the brief alone on the first, then the parts, close together; the record and the
  /// sources as running text in columns.
  static let print = """
    @page{margin:11mm}
    @media print{
    body{font-size:8.2pt;line-height:1.22}
    main{padding:0;max-width:none}.contents,.skip,.anchor{display:none}
    h1{font-size:14pt}h2{font-size:12pt;margin:.6rem 0 .2rem}h4{margin:.5rem 0 .2rem}
    .lead h2{font-size:10pt}
    figure{margin:.4rem 0;padding:.25rem}figcaption,figcaption strong{font-size:7.6pt}
    figure details,.narrow{display:none}
    .body figure svg{max-height:78mm}#rationality figure svg{max-height:56mm}small{font-size:.9em}
    .lead{font-size:9.4pt;line-height:1.32}
    .lead li{margin:.15rem 0}.lead p{margin:.4rem 0}
    .body>section:first-child{break-before:page}
    .lead figure svg{max-height:84mm}.lead figcaption{margin:0 0 .2rem}
    .lead .callout{font-size:10.5pt;margin:.3rem 0;padding:.1rem .6rem}.lead .callout p{margin:.2rem 0}
    figure,tr,.callout,li{break-inside:avoid}
    h2,h3,h4,summary,caption{break-after:avoid}
    p{orphans:3;widows:3}
    thead{display:table-header-group}
    table{font-size:6.7pt}th,td{padding:.05rem .25rem}.w,td:last-child{min-width:0}
    .scroll{overflow:visible;margin:.25rem 0}
    .scroll:has(tbody tr:nth-child(20)):not(:has(thead th:nth-child(6))):not(:has(.w)){columns:2}
    .scroll:not(:has(.cards)):not(:has(tbody tr:nth-child(13))):not(:has(thead th:nth-child(4))){
    display:inline-block;width:48.5%;vertical-align:top;margin-right:1%}
    .part .scroll:has(.plain){display:block;width:auto;columns:auto}
    .plain,.plain tbody{display:block}.plain thead{display:none}
    .plain tbody{columns:2;column-gap:5mm}#sources tbody{columns:3}
    .plain tr{display:block;padding:.1rem 0;border-bottom:1px solid var(--grid);line-height:1.18}
    .plain td,.plain th{display:inline;padding:0;border:0}.plain td br,.plain small{display:none}
    .plain td::after,.plain th::after{content:" "}
    #record table{font-size:6.2pt}
    #ledger{columns:2;column-gap:5mm}
    .card{margin:.05rem 0;padding-left:.3rem}
    .card p,.card li,.card summary{font-size:6.6pt;line-height:1.17}
    .card ul{padding-left:.8rem}.card p,.card ul{margin:.05rem 0}
    .card .badge{font-size:6.2pt;padding:0 .25rem}
    .part{border:0;border-top:1px solid var(--grid);border-radius:0;padding:.15rem 0;margin:.1rem 0}
    .body p,.body ul,.body ol{margin:.2rem 0;max-width:none}.body ul,.body ol{padding-left:1.1rem}
    .callout{margin:.3rem 0;padding:.1rem .6rem}
    a{color:inherit;text-decoration:none}
    }
    """
}
