/** How a receipt lies on paper: A5, one page, the sums to the right, and nothing on the outside that tells why. */

/** The template reads `it`: heading, about, lines, totals, signature, footer, and the day of issue that an archived document must have. */
export const receiptTemplate = `
#let it = json(bytes(sys.inputs.it))
#set document(title: it.heading, date: datetime(year: it.issuedOn.at(0), month: it.issuedOn.at(1), day: it.issuedOn.at(2)))
#set page(paper: "a5", margin: (x: 1.4cm, y: 1.3cm), footer: text(size: 7.5pt, fill: luma(35%), it.footer))
#set text(size: 9pt, lang: it.language)
#set table(stroke: none, inset: (x: 0pt, y: 2.4pt))
#text(size: 15pt, weight: 600, it.heading)
#v(4pt)
#table(columns: (auto, 1fr), column-gutter: 10pt, ..it.about.map(row => (text(fill: luma(35%), row.at(0)), row.at(1))).flatten())
#v(6pt)
#line(length: 100%, stroke: 0.6pt)
#table(
  columns: (1fr, auto, auto),
  column-gutter: 10pt,
  align: (left, left, right),
  ..it.lines.map(row => (row.text, text(size: 8pt, fill: luma(35%), row.remark), row.amount)).flatten()
)
#line(length: 100%, stroke: 0.6pt)
#table(
  columns: (1fr, auto),
  align: (left, right),
  ..it.totals.enumerate().map(((place, row)) => if place == 0 { (strong(row.at(0)), strong(row.at(1))) } else { (row.at(0), row.at(1)) }).flatten()
)
#if it.signature != none [
  #v(1.4cm)
  #line(length: 60%, stroke: 0.5pt)
  #text(size: 8pt, it.signature)
]
`;
