/** How the slip with the time lies on paper: A6, read at arm's length, nothing on it that tells why. */

/** The template reads `it`: clinic, when, who, tell, preparation, foot, language and the day of issue. */
export const slipTemplate = `
#let it = json(bytes(sys.inputs.it))
#set document(title: it.clinic, date: datetime(year: it.issuedOn.at(0), month: it.issuedOn.at(1), day: it.issuedOn.at(2)))
#set page(paper: "a6", flipped: true, margin: 0.9cm)
#set text(size: 10pt, lang: it.language)
#text(size: 11pt, weight: 600, it.clinic)
#v(6pt)
#text(size: 16pt, weight: 600, it.when)
#linebreak()
#text(size: 11pt, it.who)
#if it.preparation != none [
  #v(6pt)
  #strong(it.tell)
  #linebreak()
  #it.preparation
]
#v(1fr)
#text(size: 8.5pt, it.foot)
`;
