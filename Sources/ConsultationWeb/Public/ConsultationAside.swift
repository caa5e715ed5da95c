package import Consultations
import Domain
package import Frame
import Locales
import Markup

extension ConsultationRoutes {
    /// What pages of issues and recommendations say of consultations: where it was talked about, and which conclusions were put to it.
    package static func recordAsides(_ consultations: Consultations) -> RecordAsides {
        { thing throws(WebError) in
            let (topic, issue): (ConsultationTopic, Int64?)
            switch thing {
            case .issue(let id): (topic, issue) = (ConsultationTopic(.issue, id.description), id.value)
            case .recommendation(let id): (topic, issue) = (ConsultationTopic(.recommendation, id.description), nil)
            case .state: return []
            }
            let found = try await WebError.running { () throws(WorkspaceError) in
                try await consultations.published(on: topic)
            }
            var origins: [ConsultationOrigin] = []
            if let issue {
                origins = try await WebError.running { () throws(WorkspaceError) in
                    try await consultations.origins(of: .issue, issue)
                }
            }
            guard !found.isEmpty || !origins.isEmpty else { return [] }
            let conclusions = origins
            return [RecordAside { view in write(found, conclusions, view) }]
        }
    }

    private static func write(
        _ found: [(id: ConsultationID, title: String, language: LanguageTag)], _ origins: [ConsultationOrigin],
        _ view: View
    ) {
        let html = view.html
        view.section("consultations", view.say("consultation.title")) {
            html.element(.ul) {
                for entry in found {
                    html.element(.li) { link(entry.id, entry.title, entry.language, view) }
                }
                for origin in origins {
                    html.element(.li) {
                        html.element(.q, .lang(origin.language.rawValue), .dir("auto"), text: origin.text)
                        html.text(" ")
                        link(origin.consultation, origin.title, origin.language, view)
                    }
                }
            }
        }
    }

    private static func link(_ id: ConsultationID, _ title: String, _ language: LanguageTag, _ view: View) {
        view.html.element(
            .a, .href(view.address("/consultations/\(id)")), .lang(language.rawValue), .dir("auto"), text: title)
    }
}
