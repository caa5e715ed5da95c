import Domain
import Frame
import Locales
import Markup
import Practices

/// Parts of practices in the reader's words.
extension View {
    func shelf(_ shelf: PracticeShelf) -> String { say("practiceShelf.\(shelf.rawValue)") }
    func standing(_ status: PracticeStatus) -> String { say("practiceStatus.\(status.rawValue)") }
    func kindsOfHelp(_ kinds: [HelpKind]) -> String { joined(kinds.map { say("helpKind.\($0.rawValue)") }) }
    func joined(_ words: [String]) -> String { words.joined(separator: say("list.comma")) }
    func endonym(_ tag: LanguageTag) -> String { names.endonym(tag.rawValue) }

    func cost(_ money: Money?) -> String {
        money.map { amount($0.minor, $0.currency) } ?? say("cooperation.notKnown")
    }

    func period(_ from: CalendarDate?, _ until: CalendarDate?) -> String {
        switch (from, until) {
        case (nil, nil): say("cooperation.notSaid")
        case (let from?, nil): say("cooperation.from", ["date": .text(date(from))])
        case (nil, let until?): say("cooperation.until", ["date": .text(date(until))])
        case (let from?, let until?):
            say("cooperation.fromUntil", ["from": .text(date(from)), "until": .text(date(until))])
        }
    }

    /// The day of an instant.
    func dayOf(_ instant: String) -> String { CalendarDate(instant).map { date($0) } ?? instant }

    /// Who wrote it; of those who give no name, that, with the region where it is known.
    func author(_ author: PracticeAuthor?, region: String?) {
        guard let author else {
            html.text(
                region.map { say("practice.author.anonymousIn", ["region": .text(name(.region, $0))]) }
                    ?? say("practice.author.anonymous"))
            return
        }
        let state = author.state.map { stateName($0) }
        let kind = author.actor.map { say("actorKind.\($0.rawValue)") } ?? say("cooperation.mechanism")
        html.element(.bdi, text: author.name)
        html.text(" ")
        html.element(
            .span, .class("soft"),
            text: "(" + (state.map { say("actor.ofState", ["kind": .text(kind), "state": .text($0)]) } ?? kind) + ")")
    }

    /// Where it was, as far as it is told.
    func whereabouts(_ content: PracticeContent) {
        if let state = content.state {
            stateLink(state)
        } else if let region = content.region {
            link(topicAddress(.region, region), name(.region, region))
        } else {
            html.text(say("practice.placeWithheld"))
        }
    }

    /// What people wrote, a paragraph a line, in its own language and direction.
    func written(_ text: String, _ language: LanguageTag) {
        html.element(.div, .class("prose"), .lang(language.rawValue), .dir("auto")) {
            for line in text.split(whereSeparator: \.isNewline) where !line.allSatisfy(\.isWhitespace) {
                html.element(.p, text: String(line))
            }
        }
    }

    /// An address that leads out of this site.
    func outside(_ address: String, _ text: String? = nil) {
        html.element(
            .a, .href(address), .rel("noopener noreferrer nofollow external"), .dir(text == nil ? "ltr" : "auto"),
            text: text ?? address)
    }

    func issueName(_ issue: NamedIssue) {
        let name = issue.name(for: exchange.language)
        html.element(
            .a, .href(address("/issues/\(issue.id)")), .custom("lang", name.language?.rawValue), .dir("auto"),
            text: name.text)
        html.text(" ")
        html.element(.span, .class("soft"), text: "(" + stateName(issue.state) + ")")
    }

    func recommendationName(_ found: NamedRecommendation) {
        html.element(.a, .href(recommendationAddress(found.id))) {
            html.element(
                .bdi,
                text: found.place.isEmpty
                    ? say("practice.recommendation", ["number": .number(Int(found.id.value))]) : found.place)
        }
        html.text(" ")
        html.element(.span, .lang(found.language.rawValue), .dir("auto"), text: found.text)
    }

    /// That the program, and no person, put two things together, and by what.
    func reasons(themes: [String], words: [String]) -> String {
        let themes = themes.isEmpty ? nil : joined(themes.map { name(.theme, $0) })
        let words = words.isEmpty ? nil : joined(words)
        switch (themes, words) {
        case (let themes?, let words?):
            return say("practice.why.both", ["themes": .text(themes), "words": .text(words)])
        case (let themes?, nil): return say("practice.why.themes", ["themes": .text(themes)])
        case (nil, let words?): return say("practice.why.words", ["words": .text(words)])
        case (nil, nil): return say("practice.why.none")
        }
    }
}
