import Domain
import Frame
import Locales
import Markup
import Operations

/// The files that a document's recommendations came from: itself, what answers it, what lists it, and rows of other sources.
struct DocumentFiles {
    let view: View
    let files: [DocumentFile]

    private var html: HTMLWriter { view.html }

    func write() {
        let title = view.say("document.files")
        view.section("files", title, view.say("document.filesText")) {
            view.table(title, style: "origin-table wide") {
                view.headRow([
                    (view.facetName(.document), false), (view.facetName(.source), false),
                    (view.say("record.published"), false), (view.say("column.recommendations"), true),
                    (view.say("origin.imported"), false),
                ])
                html.element(.tbody) { for file in files { row(file) } }
            }
        }
    }

    private func row(_ file: DocumentFile) {
        html.element(.tr) {
            html.element(.th, .scope("row"), .class("file")) {
                if let name = file.facts?.symbol?.printed ?? file.facts?.title {
                    html.element(.bdi, text: name)
                    html.element(.p, .class("fine")) { html.element(.bdi, text: file.file) }
                } else {
                    html.element(.bdi, text: file.file)
                }
            }
            html.element(.td) {
                html.text(view.valueName(.source, file.source.rawValue))
                if let facts = file.facts {
                    html.element(.p, .class("fine")) {
                        html.text(view.say("documentKind.\(facts.kind.rawValue)"))
                        html.text(" · " + view.names.endonym(facts.language.rawValue))
                    }
                }
            }
            html.element(.td) {
                if let date = file.facts?.published {
                    html.element(.time, .datetime(date.description), text: view.date(date))
                } else {
                    html.text("–")
                }
            }
            html.element(.td, .class("n"), text: view.number(file.recommendations))
            html.element(.td, text: CalendarDate(file.imported).map { view.date($0) } ?? file.imported)
        }
    }
}
