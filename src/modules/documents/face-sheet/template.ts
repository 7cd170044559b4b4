/**
 * The sheet in Typst. Everything personal comes in as data and is set as text; nothing of it is ever source. Headings are
 * headings and tables have header rows, so that the tags say what the page shows.
 */
export const FACE_SHEET_TEMPLATE = String.raw`
#let sheet = json(bytes(sys.inputs.data))
#let brick = rgb("#9a3324")
#let quiet = rgb("#55524c")
// A name is in no title: titles stand in windows and lists of files.
#set document(title: "Face sheet")
#set text(font: ("Atkinson Hyperlegible Next", "Libertinus Serif"), size: 10pt, lang: "en", region: "us")
#set page(
  paper: "us-letter",
  margin: (x: 0.75in, top: 0.7in, bottom: 0.8in),
  footer: context {
    set text(size: 8pt, fill: quiet)
    grid(
      columns: (1fr, auto),
      [Confidential. #sheet.printed],
      [Face sheet, page #counter(page).display() of #counter(page).final().first()],
    )
  },
)
#set par(leading: 0.55em, spacing: 0.7em)
#set table(stroke: (x, y) => (bottom: 0.5pt + rgb("#d8d2c4")), inset: (x: 4pt, y: 4pt))
#show heading.where(level: 1): it => block(below: 0.5em, text(size: 20pt, weight: "bold", it.body))
#show heading.where(level: 2): it => block(above: 1.3em, below: 0.6em, text(size: 11.5pt, weight: "bold", it.body))

#let said(rows) = terms(separator: [: ], hanging-indent: 1em, spacing: 0.5em, ..rows.map(row => terms.item(row.label, row.value)))
#let lines(rows, none-yet) = if rows.len() == 0 { text(fill: quiet, none-yet) } else { list(marker: [–], spacing: 0.5em, ..rows) }
#let rows(widths, names, cells, none-yet) = if cells.len() == 0 { text(fill: quiet, none-yet) } else {
  table(columns: widths, align: left, table.header(..names.map(name => text(size: 9pt, fill: quiet, name))), ..cells.flatten())
}

= #sheet.name
#if sheet.at("lettersLost", default: false) [Some letters could not be printed and stand as question marks; see the record.]

#if sheet.alerts.len() > 0 {
  block(width: 100%, stroke: 1.2pt + brick, radius: 3pt, inset: 8pt, {
    heading(level: 2, [Alerts])
    list(marker: [–], spacing: 0.5em, ..sheet.alerts.map(alert => strong(alert)))
  })
}

== About
#said(sheet.about)

== Family and authority
#rows((1.2fr, 1.2fr, 1.3fr, 1.6fr), ("Name", "Who", "Authority", "Court orders"),
  sheet.people.map(one => ([#one.name], [#one.who], [#one.authority], [#one.orders.join("; ")])), "Nobody is named yet.")

== Who may consent today
#said(sheet.consent)

== How to reach them
#rows((1fr, 1.6fr, 2fr), ("Whose", "How", "Rules for using it"),
  sheet.reach.map(one => ([#one.whose], [#one.how], [#one.rules])), "No way to reach them is printed here.")

== Team
#if sheet.team.len() == 0 { text(fill: quiet, "No care manager yet.") } else { said(sheet.team) }

== Coverage
#lines(sheet.coverage, "No coverage is recorded.")

== School
#lines(sheet.school, "No school is recorded.")

== Enrolment
#lines(sheet.enrolment, "Not enrolled yet.")

== Owed soon
#rows((1fr, auto), ("What", "Due"),
  sheet.owed.map(one => ([#one.what], if one.late { strong[#one.due, late] } else { [#one.due] })), "Nothing in the next 30 days.")
`;
