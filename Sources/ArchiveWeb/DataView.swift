import Archives
import Domain
import Frame
import Locales
import Markup

/// What everybody may take away: the archive, each file, what the columns mean.
enum DataView {
    static func answer(_ exchange: Exchange, _ archives: Archives, _ counts: [String: Int]) async throws(WebError)
        -> Answer
    {
        let view = View(exchange)
        var head = PageHead(title: view.say("data.title"))
        head.summary = view.say("data.lead")
        return await view.page(head) {
            view.pageHead(kicker: view.say("data.kicker"), view.say("data.title"), lead: view.say("data.lead"))
            view.whole(archives)
            view.files(archives.everybody, counts)
            view.dictionary(archives.everybody, counts)
        }
    }
}

extension View {
    fileprivate func whole(_ archives: Archives) {
        section("archive", say("data.archive.title"), say("data.archive.text")) {
            html.element(.p) {
                html.element(
                    .a, .class("button"), .href("/data/" + PublicArchive.zipName), text: say("data.archive.take"))
            }
            html.element(.dl, .class("facts")) {
                fact(say("data.licence")) {
                    if let licence = archives.everybody.licence {
                        html.element(.bdi, text: licence)
                    } else {
                        write("data.licence.none")
                    }
                }
                fact(say("data.made")) { write("data.made.now") }
            }
            html.element(.p) { link("/data/README.md", say("data.dictionary.file")) }
        }
    }

    fileprivate func files(_ archive: PublicArchive, _ counts: [String: Int]) {
        section("files", say("data.files.title"), say("data.files.text")) {
            table(say("data.files.caption")) {
                headRow([
                    (say("data.files.kind"), false), (say("data.files.rows"), true), (say("data.files.take"), false),
                ])
                html.element(.tbody) {
                    for table in archive.tables { row(table, archive, counts[table.name]) }
                    html.element(.tr) {
                        html.element(.th, .scope("row"), text: say("data.kind.programmes"))
                        html.element(.td, .class("n"), text: "–")
                        html.element(.td) { link("/data/programmes.iati.xml", "programmes.iati.xml") }
                    }
                }
            }
        }
    }

    private func row(_ table: PublicTable, _ archive: PublicArchive, _ count: Int?) {
        html.element(.tr) {
            html.element(.th, .scope("row")) {
                html.element(.a, .href("#" + table.name), text: say("data.kind.\(table.name)"))
            }
            html.element(.td, .class("n"), text: count.map(number) ?? "–")
            html.element(.td) {
                for (place, form) in ["jsonl", "csv"].enumerated() {
                    let name = "\(table.name).\(form)"
                    guard archive.file(name) != nil else { continue }
                    if place > 0 { html.text(" · ") }
                    link("/data/" + name, name)
                }
            }
        }
    }

    /// A closed box for each file. Columns are described in English, as in the file that goes with the data.
    fileprivate func dictionary(_ archive: PublicArchive, _ counts: [String: Int]) {
        section("columns", say("data.columns.title"), say("data.columns.text")) {
            for kind in archive.tables {
                html.element(.details, .class("fold"), .id(kind.name)) {
                    html.element(.summary) {
                        html.text(say("data.kind.\(kind.name)"))
                        html.text(" ")
                        html.element(
                            .span, .class("soft"), text: say("data.columns.count", ["n": .number(kind.columns.count)]))
                    }
                    html.element(.p, .class("hint"), .lang("en"), .dir("ltr"), text: kind.meaning)
                    columns(kind)
                }
            }
        }
    }

    private func columns(_ kind: PublicTable) {
        table(say("data.columns")) {
            headRow([
                (say("data.column.name"), false), (say("data.column.form"), false), (say("data.column.meaning"), false),
            ])
            html.element(.tbody) {
                for column in kind.columns {
                    html.element(.tr) {
                        html.element(.th, .scope("row")) { html.element(.code, text: column.name) }
                        html.element(.td, .lang("en"), .dir("ltr"), text: column.kind.rawValue)
                        html.element(.td, .lang("en"), .dir("ltr"), text: column.meaning)
                    }
                }
            }
        }
    }
}
