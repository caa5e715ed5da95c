import Assessments
import Domain
import Frame
import Locales
import Markup
import People

/// Words of assessments that several pages share.
extension View {
    func schemeName(_ code: SchemeCode, _ content: SchemeContent?) -> String {
        if let content, let name = SchemeContent.text(content.names, for: exchange.language) { return name.text }
        return code.standard.map { say("scheme.\($0.rawValue)") } ?? code.rawValue
    }

    /// A value in the words of its own scheme; one that no scheme here knows stands as its document has it.
    func valueWords(_ value: String, _ code: SchemeCode, _ content: SchemeContent?) -> String {
        if let content {
            let labels = content.values.first { $0.code == value }?.labels ?? [:]
            return SchemeContent.text(labels, for: exchange.language)?.text ?? value
        }
        guard let standard = code.standard, standard.values.contains(value) else { return value }
        return say("scheme.\(standard.rawValue).\(value)")
    }

    func assessorName(_ one: PublishedAssessment) -> String { assessorName(one.assessor, one.assessorName) }

    func assessorName(_ kind: Assessment.AssessorKind, _ name: String) -> String {
        kind == .state ? stateName(StateCode(name)) : name
    }

    func assessorKind(_ kind: Assessment.AssessorKind) -> String { say("assessor.\(kind.rawValue)") }

    /// What it speaks of, in a few words: the place in a document, or the issue's name.
    func assessedPlace(_ one: PublishedAssessment) -> String {
        let place =
            one.thingKind == .issue
            ? say("assess.onIssue", ["name": .text(one.title)])
            : one.place.isEmpty
                ? say("assess.recommendation", ["number": .text(one.thing?.id.description ?? "")]) : one.place
        return one.part.isEmpty ? place : say("assess.placePart", ["place": .text(place), "part": .text(one.part)])
    }

    /// The day of an instant.
    func dayOf(_ instant: String) -> String { CalendarDate(instant).map { date($0) } ?? instant }

    /// What became of it since, in one sentence; nil where it is what its assessor says now.
    func standingWords(_ one: PublishedAssessment) -> String? {
        switch one.standing {
        case .current: return nil
        case .superseded: return say("assess.earlier")
        case .takenBack(let at, let why):
            let day = say("assess.takenBackOn", ["day": .text(dayOf(at))])
            return why.isEmpty ? day : say("assess.because", ["what": .text(day), "why": .text(why)])
        case .removed(let removed):
            return say(
                "assess.removedOn",
                [
                    "day": .text(dayOf(removed.at)), "by": .text(say("assess.removedBy.\(removed.by.rawValue)")),
                    "ground": .text(say("assess.ground.\(removed.ground.rawValue)")), "why": .text(removed.text),
                ])
        }
    }

    /// Where it comes from.
    func assessmentOrigin(_ one: PublishedAssessment) -> String {
        switch one.origin {
        case .workspace: return say("assess.publishedHere", ["day": .text(one.published.map(dayOf) ?? "")])
        case .package(let origin):
            return say(
                "assess.signedBy", ["name": .text(origin.name), "day": .text(dayOf(origin.received))])
        case .record(let source):
            let name = valueName(.source, source.rawValue)
            return one.saidIn.map { say("record.saidIn", ["document": .text($0), "source": .text(name)]) }
                ?? say("record.tagOrigin", ["source": .text(name)])
        }
    }

    /// Reasons in the reader's language where there are some, else as they were written.
    func reasons(_ one: PublishedAssessment) {
        guard let reason = one.reason(for: exchange.language) else { return }
        html.element(
            .blockquote, .class("said"), .custom("lang", reason.language == .unknown ? nil : reason.language.rawValue),
            .dir("auto")
        ) {
            for paragraph in reason.text.split(whereSeparator: \.isNewline) {
                html.element(.p, text: String(paragraph))
            }
        }
    }

    func evidenceLinks(_ links: [EvidenceLink]) {
        guard !links.isEmpty else { return }
        html.element(.ul, .class("plain-list")) {
            for link in links {
                html.element(.li) {
                    switch link.kind {
                    case .document:
                        html.element(.bdi, text: link.address)
                        if !link.title.isEmpty { html.element(.span, .dir("auto"), text: " " + link.title) }
                    case .link, .evidence:
                        let isHere = link.address.hasPrefix("/")
                        html.element(
                            .a, .href(isHere ? address(link.address) : link.address),
                            .custom("rel", isHere ? nil : "external nofollow noopener"), .dir("auto"),
                            text: link.title.isEmpty ? link.address : link.title)
                    }
                }
            }
        }
    }
}
