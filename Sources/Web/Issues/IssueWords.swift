import Domain
import Frame
import Locales
import Markup
import Operations
import People

extension View {
    func issueAddress(_ id: IssueID, _ items: [(String, String)] = []) -> String { address("/issues/\(id)", items) }

    /// Where a decision on an issue is sent.
    func issueFormAddress(_ id: IssueID, _ action: String) -> String { address("/issues/\(id)/" + action) }

    func issuesAddress(_ state: StateCode, _ items: [(String, String)] = []) -> String {
        address("/states/" + PercentCoding.encode(state.rawValue) + "/issues", items)
    }

    /// What an issue is called: as a person named it, else in the reader's language, else in another. The language is nil where
    /// nobody knows it.
    func issueName(_ issue: Issue) -> (text: String, language: LanguageTag?) {
        if let given = issue.givenName { return (given, nil) }
        return programName(issue) ?? (say("issue.unnamed", ["number": .text("\(issue.id)")]), exchange.language)
    }

    /// As the program worded it; nil where it did not.
    func programName(_ issue: Issue) -> (text: String, language: LanguageTag?)? {
        let order = [exchange.language, .english] + issue.names.keys.sorted()
        return order.lazy.compactMap { language in issue.names[language].map { ($0, language) } }.first
    }

    func issueLink(_ issue: Issue) {
        let name = issueName(issue)
        html.element(
            .a, .href(issueAddress(issue.id)), .custom("lang", name.language?.rawValue), .dir("auto"), text: name.text)
    }

    /// How often it came, as shape and words.
    func repeatClass(_ value: RepeatClass) {
        html.element(.span, .class("repeat")) {
            html.element(.svg, .viewBox(0, 0, 26, 14), .hidden) {
                switch value {
                case .firstTime: html.empty(.circle, .class("dot"), .cx(13), .cy(7), .r(4.5))
                case .repeated:
                    html.empty(.circle, .class("dot"), .cx(7), .cy(7), .r(4.5))
                    html.empty(.circle, .class("dot"), .cx(19), .cy(7), .r(4.5))
                case .repeatedAfterNoted:
                    html.empty(.rect, .class("p-noted"), .x(2), .y(2), .width(10), .height(10), .strokeWidth(1.6))
                    html.empty(.circle, .class("dot"), .cx(19), .cy(7), .r(4.5))
                }
            }
            write("repeatClass.\(value.rawValue)")
        }
    }

    /// "6, since 2010": how many recommendations, and since when.
    func issueSize(_ summary: IssueSummary) -> String {
        guard let first = summary.firstYear else { return number(summary.count) }
        return say("issue.size", ["count": .number(summary.count), "year": .text(String(first))])
    }

    /// What is opinion here, and how to correct it; for those who may, that they may.
    func issueOpinion(back: String) {
        html.element(.div, .class("notice opinion")) {
            html.element(.p, text: say("issues.opinion"))
            html.element(.p) {
                if let caller = session?.caller, caller.role == .coordinator || !caller.states.isEmpty {
                    write("issues.correctHere")
                } else {
                    write("issues.correct") { _ in
                        link(address("/sign-in", [("back", back)]), say("issues.correctLink"))
                    }
                }
            }
        }
    }

    /// Mechanisms by their short names, as many as fit a line.
    func mechanismNames(_ codes: [MechanismCode], most: Int = 4) -> String {
        let names = codes.prefix(most).map { code in
            self.names.acronym(ofMechanism: code.rawValue, words.tag) ?? name(.mechanism, code.rawValue)
        }
        let listed = names.joined(separator: say("list.comma"))
        guard codes.count > most else { return listed }
        return say("list.more", ["list": .text(listed), "count": .number(codes.count - most)])
    }
}
