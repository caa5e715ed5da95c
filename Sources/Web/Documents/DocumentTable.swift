import Domain
import Frame
import Locales
import Markup
import Operations

extension View {
    /// Its symbol, else its title, else the review it stands for.
    func documentName(_ document: Document) -> String {
        if let name = document.symbol?.printed ?? document.title { return name }
        guard let state = document.state, let session = document.session else { return say("document.unnamed") }
        return say("document.review", ["state": .text(stateName(state)), "session": .text(String(session))])
    }

    /// Documents as rows: symbol, mechanism, State, date, and how many recommendations each holds.
    func documentTable(_ documents: [DocumentSummary], showsState: Bool) {
        table(say("documents.title")) {
            var columns = [(facetName(.document), false), (facetName(.mechanism), false)]
            if showsState { columns.append((facetName(.state), false)) }
            columns += [(say("record.published"), false), (say("column.recommendations"), true)]
            headRow(columns.map { (text: $0.0, isNumber: $0.1) })
            html.element(.tbody) {
                for item in documents { documentRow(item, showsState: showsState) }
            }
        }
    }

    private func documentRow(_ item: DocumentSummary, showsState: Bool) {
        let document = item.document
        html.element(.tr) {
            html.element(.th, .scope("row")) {
                html.element(.a, .href(documentAddress(document.id)), .dir("auto"), text: documentName(document))
            }
            html.element(.td, text: name(.mechanism, document.mechanism.rawValue))
            if showsState {
                html.element(.td) { if let state = document.state { stateLink(state) } }
            }
            html.element(.td) {
                if let date = document.published {
                    html.element(.time, .datetime(date.description), text: self.date(date))
                }
            }
            html.element(.td, .class("n"), text: number(item.recommendations))
        }
    }
}
