/** How the day lies on paper, for the hours when the machines are down: a line for each patient, with room to write. */

/** The template reads `it`: heading, made, head (column titles), rows, foot, language and the day. */
export const dayPaper = `
#let it = json(bytes(sys.inputs.it))
#set document(title: it.heading, date: datetime(year: it.day.at(0), month: it.day.at(1), day: it.day.at(2)))
#set page(paper: "a4", margin: (x: 1.4cm, y: 1.5cm), footer: context text(size: 8pt, fill: luma(35%), [#it.foot #h(1fr) #counter(page).display("1 / 1", both: true)]))
#set text(size: 9.5pt, lang: it.language)
#text(size: 15pt, weight: 600, it.heading) #h(1fr) #text(size: 8.5pt, fill: luma(35%), it.made)
#v(4pt)
#table(
  columns: (auto, 1.6fr, auto, auto, 1.4fr, auto, 2cm, 2cm),
  stroke: (x, y) => (bottom: 0.4pt + luma(60%)),
  inset: (x: 3pt, y: 5pt),
  table.header(..it.head.map(title => text(size: 8.5pt, weight: 600, title))),
  ..it.rows.map(row => (strong(row.at(0)), row.at(1), row.at(2), row.at(3), row.at(4), row.at(5), "", "")).flatten()
)
`;
