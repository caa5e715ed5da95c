import Domain
import Frame
import Locales
import Markup

extension View {
    /// "Noted, then Supported", when, according to which document; leads to the recommendation.
    func laterChange(_ change: LaterChange) {
        html.element(.a, .href(recommendationAddress(change.recommendation) + "#positions")) {
            write(
                "change.fromTo",
                [
                    "from": .text(say("position.\(change.from.rawValue)")),
                    "to": .text(say("position.\(change.to.rawValue)")),
                ])
        }
        sayingOrigin(change.date, change.document)
    }

    /// What somebody says of implementation, and who; leads to the recommendation.
    func assessmentLine(_ assessment: Assessment, of recommendation: RecommendationID) {
        html.element(.a, .href(recommendationAddress(recommendation) + "#assessments")) {
            html.text(assessmentValue(assessment))
        }
        html.element(.span, .class("fine")) {
            html.text(" ")
            write(
                "record.assessedBy",
                [
                    "name": .text(assessorName(assessment)),
                    "kind": .text(say("assessor.\(assessment.assessor.rawValue)")),
                ])
        }
        sayingOrigin(assessment.date, assessment.document)
    }

    /// A value in its own scheme; a claim in words.
    func assessmentValue(_ item: Assessment) -> String { assessmentValue(item.value, scheme: item.scheme) }

    func assessmentValue(_ value: String, scheme: String) -> String {
        guard scheme == Assessment.claimScheme, words.has("claim.\(value)") else { return value }
        return say("claim.\(value)")
    }

    private func assessorName(_ item: Assessment) -> String {
        item.assessor == .state ? stateName(StateCode(item.assessorName)) : item.assessorName
    }

    private func sayingOrigin(_ date: CalendarDate?, _ document: String?) {
        guard date != nil || document != nil else { return }
        html.element(.span, .class("fine")) {
            if let date {
                html.text(" · ")
                html.element(.time, .datetime(date.description), text: self.date(date))
            }
            if let document {
                html.text(" · ")
                html.element(.bdi, text: document)
            }
        }
    }
}
