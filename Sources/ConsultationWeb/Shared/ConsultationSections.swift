import Consultations
import Domain
import Frame
import Locales
import Markup

/// A consultation's parts as they are read, by everybody or inside its workspace.
struct ConsultationSections {
    let view: View
    let reading: ConsultationReading
    /// The page inside the workspace, with what may be done there.
    var visit: Visit?
    /// What it says once, not now: whether it is open then is not said.
    var isFormer = false

    var html: HTMLWriter { view.html }
    var value: Consultation { reading.consultation }
    private var content: ConsultationContent { value.content }

    func head() {
        html.element(.div, .class("head")) {
            html.element(.p, .class("kicker")) {
                html.text(view.consultationKind(content.kind))
                html.text(" · ")
                html.element(.bdi, text: reading.host.name)
                if !isFormer {
                    html.text(" · ")
                    html.text(view.consultationStanding(value, reading.today))
                }
            }
            html.element(.h1, .lang(content.language.rawValue), .dir("auto"), text: content.title)
        }
        if let why = value.cancelledWhy {
            html.element(.p, .class("notice")) {
                html.text(view.say("consultation.cancelledBecause"))
                html.text(" ")
                html.element(.q, .dir("auto"), text: why)
            }
        }
        if !content.about.isEmpty { view.wordsOf(content.about, content.language) }
        html.element(.dl, .class("facts-list")) {
            view.fact(view.say("consultation.open")) { html.text(view.consultationDays(content)) }
            if let day = content.answerBy {
                view.fact(view.say("consultation.answerBy")) { html.text(view.date(day)) }
            }
            if let state = reading.host.state { view.fact(view.say("cooperation.state")) { view.stateLink(state) } }
            if !content.contact.isEmpty {
                view.fact(view.say("consultation.contact")) { html.element(.bdi, text: content.contact) }
            }
            topics()
        }
    }

    private func topics() {
        guard !content.topics.isEmpty else { return }
        view.fact(view.say("consultation.topics")) {
            for (place, topic) in content.topics.enumerated() {
                if place > 0 { html.text(view.say("list.comma")) }
                switch topic.kind {
                case .theme: view.link(view.topicAddress(.theme, topic.value), view.name(.theme, topic.value))
                case .issue:
                    view.link(
                        view.address("/issues/\(topic.value)"),
                        view.say("consultation.issue", ["number": .text(topic.value)]))
                case .recommendation:
                    view.link(
                        view.address("/recommendations/\(topic.value)"),
                        view.say("consultation.recommendation", ["number": .text(topic.value)]))
                }
            }
        }
    }

    func agenda(level: Element = .h3) {
        view.section("agenda", view.say("consultation.agenda")) {
            if reading.sessions.isEmpty {
                html.element(.p, .class("none"), text: view.say("consultation.noSessions"))
            }
            for session in reading.sessions {
                html.element(level) {
                    html.element(.bdi, .lang(content.language.rawValue), text: session.title)
                }
                html.element(.p, .class("hint")) {
                    html.text(view.date(session.day))
                    html.text(" · ")
                    html.element(.bdi, .dir("ltr"), text: "\(session.starts)–\(session.ends)")
                    if !session.place.isEmpty {
                        html.text(" · ")
                        html.element(.bdi, text: session.place)
                    }
                    if let online = session.online {
                        html.text(" · ")
                        html.element(
                            .a, .href(online), .rel("noopener noreferrer nofollow external"),
                            text: view.say("consultation.online"))
                    }
                }
                if !session.text.isEmpty { view.wordsOf(session.text, content.language) }
                if !session.speakers.isEmpty {
                    html.element(.ul) {
                        for speaker in session.speakers { html.element(.li) { self.speaker(speaker) } }
                    }
                }
            }
        }
    }

    private func speaker(_ speaker: ConsultationSpeaker) {
        html.element(.bdi, text: speaker.name)
        if !speaker.office.isEmpty {
            html.text(view.say("list.comma"))
            html.element(.bdi, text: speaker.office)
        }
        if !speaker.topic.isEmpty {
            html.text(": ")
            html.element(.bdi, text: speaker.topic)
        }
    }

    /// Who was asked, and who answered.
    func invited() {
        guard !reading.invited.isEmpty else { return }
        view.section("invited", view.say("consultation.invited")) {
            view.table(view.say("consultation.invited")) {
                view.headRow([
                    (view.say("consultation.who"), false), (view.say("consultation.answerOf"), false),
                    (view.say("consultation.contributed"), false),
                ])
                html.element(.tbody) {
                    for invited in reading.invited {
                        let count = reading.contributions.count {
                            $0.status == .shown && $0.institution != nil && $0.institution == invited.institution
                        }
                        html.element(.tr) {
                            html.element(.th, .scope("row")) { html.element(.bdi, text: invited.name) }
                            html.element(
                                .td, text: view.say("consultation.invitation.\(invited.answer.rawValue)"))
                            html.element(
                                .td,
                                text: invited.institution == nil
                                    ? view.say("consultation.notKnown") : view.number(count))
                        }
                    }
                }
            }
        }
    }

    func contributions(more: (Contribution) -> Void = { _ in }) {
        view.section("contributions", view.say("consultation.contributions")) {
            if reading.contributions.isEmpty {
                html.element(.p, .class("none"), text: view.say("consultation.noContributions"))
            }
            for contribution in reading.contributions {
                ContributionEntry(view: view, contribution: contribution, sessions: reading.sessions).write {
                    more(contribution)
                }
            }
        }
    }

    /// What came out, each sentence with what it rests on.
    func summary(more: (ConsultationPart) -> Void = { _ in }) {
        view.section("summary", view.say("consultation.summary"), view.say("consultation.summaryLead")) {
            let parts = reading.parts.filter { $0.kind != .conclusion }
            if parts.isEmpty { html.element(.p, .class("none"), text: view.say("consultation.noSummary")) }
            for part in parts { self.part(part, more) }
        }
        let conclusions = reading.parts.filter { $0.kind == .conclusion }
        guard !conclusions.isEmpty else { return }
        view.section("conclusions", view.say("consultation.conclusions")) {
            html.element(.ol) { for part in conclusions { html.element(.li) { self.part(part, more) } } }
        }
    }

    private func part(_ part: ConsultationPart, _ more: (ConsultationPart) -> Void) {
        let language = content.language.rawValue
        if part.kind == .heading {
            html.element(.h3, .lang(language), .dir("auto"), text: part.text)
        } else {
            html.element(.p, .class("prose")) {
                html.element(.span, .lang(language), .dir("auto"), text: part.text)
                html.text(" ")
                citations(part)
            }
        }
        for outcome in part.outcomes { self.outcome(outcome) }
        more(part)
    }

    private func citations(_ part: ConsultationPart) {
        if part.lacksSource {
            html.element(.strong, .class("chip"), text: view.say("consultation.noSource"))
            return
        }
        html.element(.span, .class("soft")) {
            html.text("[")
            for (place, id) in part.citations.enumerated() {
                if place > 0 { html.text(view.say("list.comma")) }
                if reading.contribution(id) == nil {
                    html.text(view.say("consultation.takenBack", ["number": .text("\(id)")]))
                } else {
                    view.link("#contribution-\(id)", view.say("consultation.number", ["number": .text("\(id)")]))
                }
            }
            html.text("]")
        }
    }

    private func outcome(_ outcome: ConsultationOutcome) {
        html.element(.p, .class("hint")) {
            html.text(view.say("consultation.became.\(outcome.kind.rawValue)"))
            if let path = outcomePath(outcome) {
                html.text(" ")
                view.link(view.address(path), view.say("consultation.number", ["number": .text("\(outcome.target)")]))
            }
        }
    }

    /// Where it can be read by whoever reads this.
    private func outcomePath(_ outcome: ConsultationOutcome) -> String? {
        switch outcome.kind {
        case .issue: return "/issues/\(outcome.target)"
        case .commitment: return visit?.path("/plan/commitments/\(outcome.target)")
        case .action: return visit?.path("/plan/actions/\(outcome.target)")
        case .practice:
            if reading.publicPractices.contains(outcome.target) { return "/practices/\(outcome.target)" }
            return visit?.path("/practices/\(outcome.target)")
        }
    }
}
