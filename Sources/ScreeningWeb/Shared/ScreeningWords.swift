import Domain
import Frame
import Locales
import Markup
import Screening

extension View {
    func questionText(_ key: String) -> String { say("screening.question.\(key)") }
    func guideText(_ key: String) -> String { say("screening.guide.\(key)") }
    func sectionName(_ key: String) -> String { say("screening.section.\(key)") }
    func replyName(_ reply: ScreeningReply) -> String { say("screening.reply.\(reply.rawValue)") }
    func riskStatusName(_ status: RiskStatus) -> String { say("screening.risk.status.\(status.rawValue)") }

    /// What is screened, as a title: of what is no longer shown only that it is not.
    func screenedTitle(_ title: String?, _ subject: ScreenedSubject) -> String {
        title ?? say("screening.gone.\(subject.kind.rawValue)")
    }

    /// `At mid-term, 4 May 2027`.
    func momentName(_ moment: ScreeningMoment) -> String {
        say(
            "screening.momentOn",
            ["kind": .text(say("screening.moment.\(moment.kind.rawValue)")), "date": .text(date(moment.day))])
    }

    /// Who answers, in words: a workspace, or a contributor by name or by number.
    func sideName(_ side: ScreeningSide) -> String {
        guard let number = side.key.contributor else { return side.workspaceName }
        guard let name = side.name else {
            return say(
                "screening.contributor.number",
                ["number": .number(number), "workspace": .text(side.workspaceName)])
        }
        return say(
            "screening.contributor.named", ["name": .text(name), "workspace": .text(side.workspaceName)])
    }

    /// A general comment by its committee and number; declarations and principles by their symbols.
    func sourceName(_ source: String) -> String {
        let parts = source.split(separator: "/")
        guard parts.count == 3, parts[1] == "GC", let number = Int(parts[2]) else { return source }
        return say(
            "screening.generalComment", ["committee": .text(String(parts[0])), "number": .text(String(number))])
    }

    func commas(_ words: [String]) -> String { words.joined(separator: say("list.comma")) }

    /// What somebody wrote, as paragraphs in whatever language it is.
    func writing(_ text: String) {
        for line in text.split(whereSeparator: \.isNewline) where !line.allSatisfy(\.isWhitespace) {
            html.element(.p, .dir("auto"), text: String(line))
        }
    }

    func reply(_ reply: ScreeningReply) {
        html.element(.span, .class("reply \(reply.rawValue)"), text: replyName(reply))
    }

    /// The note of what a form did.
    func screeningSaid() {
        if let key = exchange.query.first("said"), words.has("screening.said.\(key)") {
            done(say("screening.said.\(key)"))
        }
    }

    /// Guidance for a question: what it means, what would show it, where it comes from.
    func guidance(_ question: ScreeningQuestion) {
        html.element(.details, .class("guide")) {
            html.element(.summary, text: say("screening.guidance"))
            html.element(.p, text: guideText(question.key))
            html.element(
                .p,
                text: say(
                    "screening.evidenceAsked",
                    ["what": .text(commas(question.evidence.map { say("screening.evidence.\($0)") }))]))
            html.element(
                .p, .class("hint"),
                text: say(
                    "screening.sources", ["what": .text(commas(question.sources.map { sourceName($0) }))]))
        }
    }

    /// One answer as its side gave it: reply, reason, evidence, who and when.
    func said(_ answer: ScreeningAnswer) {
        html.element(.p) { reply(answer.reply) }
        if !answer.reason.isEmpty { html.element(.div, .class("words")) { writing(answer.reason) } }
        if !answer.evidence.isEmpty || !answer.link.isEmpty {
            html.element(.div, .class("shown")) {
                html.element(.strong, text: say("screening.field.evidence"))
                writing(answer.evidence)
                if !answer.link.isEmpty {
                    html.element(.p) {
                        html.element(
                            .a, .href(answer.link), .rel("noopener noreferrer nofollow"), .dir("ltr"),
                            text: answer.link)
                    }
                }
            }
        }
        let when = CalendarDate(String(answer.at.prefix(10))).map { date($0) } ?? answer.at
        html.element(
            .p, .class("hint"),
            text: answer.saidBy.map { say("screening.saidBy", ["name": .text($0), "date": .text(when)]) }
                ?? say("screening.saidOn", ["date": .text(when)]))
    }

    /// Ways between parts of the questions; nil is the page without one.
    func sectionTabs(_ path: String, _ sections: [ScreeningSection], current: String?, first: String? = nil) {
        html.element(.nav, .class("date-tabs"), .label(say("screening.sections"))) {
            html.element(.ul) {
                if let first { tab(address(path), first, isCurrent: current == nil) }
                for section in sections {
                    tab(
                        address(path, [("section", section.key)]), sectionName(section.key),
                        isCurrent: current == section.key)
                }
            }
        }
    }

    private func tab(_ address: String, _ text: String, isCurrent: Bool) {
        html.element(.li) {
            html.element(.a, .href(address), .custom("aria-current", isCurrent ? "page" : nil), text: text)
        }
    }
}

extension Visit {
    /// Where an instant of this site's clock falls, as a day.
    var today: CalendarDate? { CalendarDate(exchange.site.clock.instant) }

    /// The head of a page below screenings.
    func screeningHead(
        _ title: String, _ view: View, crumbs: [(address: String, name: String)] = [], isWide: Bool = false
    ) -> PageHead {
        var head = PageHead(title: title, place: .screenings, isWide: isWide)
        head.crumbs = [(view.address(path("/screenings")), view.say("screening.title"))] + crumbs
        return head
    }
}
