import Assessments
import Consultations
import CooperationRecords
import Domain
import Locales
import People
import Reference

/// What was published of assessments, cooperation facts and consultations: read as everybody reads it, in the moment a letter is written.
extension Watches {
    /// Lines of a letter on what came between two instants, at most `newsMax`, what was published last first.
    func published(
        _ question: WatchQuestion, after: String, until: String, language: LanguageTag
    ) async throws(WorkspaceError) -> [String] {
        let words = locales[language.rawValue] ?? locales.english
        let state = question.value("state").map { StateCode($0) }
        switch question.subject {
        case .recommendations: return []
        case .assessments: return try await assessed(question, state, after, until, words, language)
        case .facts:
            var filter = FactFilter(state: state, kind: question.value("kind").flatMap { StateFactKind(rawValue: $0) })
            (filter.after, filter.until) = (after, until)
            return try await rooms.facts.latest(filter, limit: WatchLimits.newsMax).map { line($0, words) }
        case .consultations:
            var filter = ConsultationFilter(state: state)
            (filter.after, filter.until) = (after, until)
            return try await rooms.consultations.latest(filter, limit: WatchLimits.newsMax).map { entry in
                "- \(entry.consultation.content.title) (\(entry.host.name))"
            }
        }
    }

    private func assessed(
        _ question: WatchQuestion, _ state: StateCode?, _ after: String, _ until: String, _ words: Catalogue,
        _ language: LanguageTag
    ) async throws(WorkspaceError) -> [String] {
        var filter = AssessmentFilter(state: state)
        filter.assessor = question.value("assessor").flatMap { Assessment.AssessorKind(rawValue: $0) }
        filter.scheme = question.value("scheme").map { SchemeCode($0) }
        if let id = question.value("recommendation").flatMap({ RecommendationID($0) }) {
            filter.thing = .recommendation(id)
        } else if let id = question.value("issue").flatMap({ IssueID($0) }) {
            filter.thing = .issue(id)
        }
        filter.window = .init(after: after, until: until)
        return try await rooms.assessments.published(filter, limit: WatchLimits.newsMax).assessments.map {
            line($0, words, language)
        }
    }

    /// `- Aldora, A/HRC/43/15, 9.1: Office of the Ombudsperson: partially implemented (…)`
    private func line(_ one: PublishedAssessment, _ words: Catalogue, _ language: LanguageTag) -> String {
        let place = [
            one.state.map { reference.shortName(of: $0, in: language) }, one.place.isEmpty ? nil : one.place,
            one.title.isEmpty ? nil : one.title, one.part.isEmpty ? nil : one.part,
        ].compactMap(\.self).joined(separator: ", ")
        let name =
            one.assessor == .state
            ? reference.shortName(of: StateCode(one.assessorName), in: language) : one.assessorName
        let said = one.words.map { value($0, words, language) }
        return "- " + [place, name, said].compactMap { $0.flatMap { $0.isEmpty ? nil : $0 } }.joined(separator: ": ")
    }

    private func value(_ said: PublishedAssessment.Words, _ words: Catalogue, _ language: LanguageTag) -> String {
        if let content = said.content {
            let label = content.values.first { $0.code == said.value }.flatMap {
                SchemeContent.text($0.labels, for: language)?.text
            }
            let name = SchemeContent.text(content.names, for: language)?.text
            return (label ?? said.value) + (name.map { " (\($0))" } ?? "")
        }
        guard let standard = said.scheme.standard, standard.values.contains(said.value) else { return said.value }
        return words.text("scheme.\(standard.rawValue).\(said.value)") + " ("
            + words.text("scheme.\(standard.rawValue)") + ")"
    }

    /// `- Visit made · Housing, 5 January 2026 (A letter)`
    private func line(_ fact: StateFact, _ words: Catalogue) -> String {
        let content = fact.content
        let kind = words.text("stateFact.kind.\(content.kind.rawValue)")
        let what = content.isNone ? words.text("stateFact.noneOf", ["kind": .text(kind)]) : kind
        let about = content.kind.about == .words && !content.about.isEmpty ? " · \(content.about)" : ""
        let day = content.day.map { ", " + words.date(year: $0.year, month: $0.month, day: $0.day) } ?? ""
        return "- \(what)\(about)\(day) (\(content.source))"
    }
}
