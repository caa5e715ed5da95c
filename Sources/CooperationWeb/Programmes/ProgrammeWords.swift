import Domain
import Frame
import Locales
import Markup
import People
import Programmes

/// Parts of programmes as people read them.
extension View {
    /// `1,200,000.50 EUR`, with the minus of a reversal before it.
    func amount(_ amount: Amount, _ currency: String) -> String {
        let text = amount.text
        let parts = text.drop { $0 == "-" }.split(separator: ".")
        var shown = number(parts.first.flatMap { Int($0) } ?? 0)
        if parts.count > 1, parts[1].contains(where: { $0 != "0" }) {
            shown = say("programme.money.decimal", ["whole": .text(shown), "fraction": .text(String(parts[1]))])
        }
        if amount.isNegative { shown = "\u{2212}" + shown }
        let name = currency.isEmpty ? say("programme.money.noCurrency") : currency
        return say("programme.money.amount", ["amount": .text(shown), "currency": .text(name)])
    }

    /// A text of a publisher in its own language and direction.
    func narrative(_ narratives: [Narrative], _ tag: Element = .span) {
        guard let best = narratives.best(for: exchange.language) else { return }
        html.element(tag, .dir("auto"), .lang(best.language?.rawValue ?? "und"), text: best.text)
    }

    func programmeStatus(_ code: String) -> String {
        ["1", "2", "3", "4", "5", "6"].contains(code) ? say("programme.status.\(code)") : say("programme.status.none")
    }

    func programmePeriod(_ starts: CalendarDate?, _ ends: CalendarDate?) -> String {
        let open = say("programme.period.open")
        return say(
            "programme.period.span",
            ["start": .text(starts.map { date($0) } ?? open), "end": .text(ends.map { date($0) } ?? open)])
    }

    /// An issue's name: as a person gave it, else in the reader's language, else in any.
    func programmeIssueName(_ issue: Issue) -> (text: String, language: LanguageTag?) {
        if let given = issue.givenName { return (given, nil) }
        for language in [exchange.language, .english] {
            if let name = issue.names[language] { return (name, language) }
        }
        let first = issue.names.min { $0.key < $1.key }
        return (first?.value ?? "\(issue.id)", first?.key)
    }

    func programmeIssueLink(_ issue: Issue) {
        let name = programmeIssueName(issue)
        html.element(
            .a, .href(address("/issues/\(issue.id)")), .dir("auto"), .lang(name.language?.rawValue ?? "und"),
            text: name.text)
    }

    /// A publisher's link, where it leads somewhere on the web: anything else would lead into this site.
    func outsideLink(_ address: String, content: () -> Void) {
        guard ["http://", "https://"].contains(where: { address.lowercased().hasPrefix($0) }) else { return content() }
        html.element(.a, .href(address), .rel("noopener nofollow external"), content: content)
    }

    /// A form of a workspace that carries the session's token, and the version it was made from.
    func programmeForm(_ path: String, version: Int? = nil, content: () -> Void) {
        html.element(.form, .class("fields"), .method("post"), .action(address(path))) {
            hiddenField(Signed.tokenField, session?.csrf ?? "")
            if let version { hiddenField(Conflict.versionField, String(version)) }
            content()
        }
    }

    /// A closed box with a form in it.
    func programmeFold(_ title: String, content: () -> Void) {
        html.element(.details, .class("fold")) {
            html.element(.summary, text: title)
            content()
        }
    }
}
