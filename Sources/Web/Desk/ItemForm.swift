import Domain
import Frame
import Locales
import Operations

/// Makes a finding of the fields of its form: the finding as it stands, with what was changed.
struct ItemForm {
    let view: View
    let form: Query

    /// What does not fit, as a sentence to the reader.
    struct Trouble: Error {
        var reason: String
    }

    /// The same finding where nothing was changed. A changed one is certain: somebody looked at it.
    func finding(from old: Finding) throws(Trouble) -> Finding {
        var new = old
        if let text = form.first("paragraph") { new.paragraph = ParagraphNumber(text) }
        if let kind = form.first("kind").flatMap({ Finding.Kind(rawValue: $0) }) { new.kind = kind }
        if let text = form.first("position") { new.position = Position(rawValue: text) }
        if let text = form.first("text") { new.text = Self.lines(text) }
        if form.first("wording-0") != nil { try wordings(&new) } else { try states(&new) }
        guard !new.text.isEmpty || new.kind == .statement else { throw Trouble(reason: view.say("item.textMissing")) }
        try statement(&new)
        if old.kind == .observation { try followUp(&new) }
        guard new != old else { return old }
        new.confidence = 1
        new.doubts = []
        return new
    }

    private func states(_ finding: inout Finding) throws(Trouble) {
        guard let text = form.first("states") else { return }
        let names = resolve(text)
        try refuse(names.unknown.filter { !finding.unknownNames.contains($0) })
        finding.states = Self.unique(names.states + (try added()))
        finding.unknownNames = names.unknown
    }

    private func added() throws(Trouble) -> [StateCode] { try known(form.first("addState") ?? "", allowing: []) }

    /// Wordings with their States; text and States of the whole follow from them where one was changed.
    private func wordings(_ finding: inout Finding) throws(Trouble) {
        let old = finding.wordings
        let added = try added()
        for index in finding.wordings.indices {
            if let text = form.first("wording-\(index)") { finding.wordings[index].text = Self.lines(text) }
            if let text = form.first("states-\(index)") {
                finding.wordings[index].states = try known(text, allowing: finding.unknownNames)
            }
        }
        finding.wordings.removeAll { $0.text.isEmpty }
        if let last = finding.wordings.indices.last {
            finding.wordings[last].states = Self.unique(finding.wordings[last].states + added)
        }
        guard finding.wordings != old else { return }
        finding.states = Self.unique(finding.wordings.flatMap(\.states))
        finding.text = finding.wordings.map(\.text).joined(separator: "; ")
        if finding.wordings.count == 1 { finding.wordings = [] }
    }

    private func statement(_ finding: inout Finding) throws(Trouble) {
        if let text = form.first("reason") { finding.reason = Self.lines(text).nilIfEmpty }
        if let text = form.first("claim") {
            let wording = Self.lines(form.first("claimWording") ?? "")
            finding.claim = Finding.Claim.Status(rawValue: text).map { Finding.Claim(status: $0, wording: wording) }
        }
        if let text = form.first("positionDate") { finding.positionDate = try date(text) }
    }

    /// Ticks that were taken away are not sent: the date's field tells that these fields were shown.
    private func followUp(_ finding: inout Finding) throws(Trouble) {
        guard let text = form.first("followUpDue") else { return }
        finding.followUpDue = try date(text)
        finding.isForFollowUp = form.first("followUp") == "yes"
        finding.isPriority = form.first("priority") == "yes"
    }

    private func date(_ text: String) throws(Trouble) -> CalendarDate? {
        let text = text.filter { !$0.isWhitespace }
        guard !text.isEmpty else { return nil }
        guard let date = CalendarDate(text) else {
            throw Trouble(reason: view.say("item.dateWrong", ["date": .text(String(text.prefix(40)))]))
        }
        return date
    }

    private func known(_ text: String, allowing names: [String]) throws(Trouble) -> [StateCode] {
        let found = resolve(text)
        try refuse(found.unknown.filter { !names.contains($0) })
        return found.states
    }

    private func refuse(_ unknown: [String]) throws(Trouble) {
        guard let name = unknown.first else { return }
        throw Trouble(reason: view.say("item.stateUnknown", ["name": .text(String(name.prefix(80)))]))
    }

    func resolve(_ text: String) -> (states: [StateCode], unknown: [String]) {
        StateNames(reference: view.names.reference).resolve(text)
    }

    private static func unique(_ states: [StateCode]) -> [StateCode] {
        var seen: Set<StateCode> = []
        return states.filter { seen.insert($0).inserted }
    }

    /// Browsers send lines with two characters at their ends; white space around a text is none of it.
    static func lines(_ text: String) -> String {
        var text = Substring(text.replacing("\r\n", with: "\n"))
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}

extension String {
    fileprivate var nilIfEmpty: String? { isEmpty ? nil : self }
}
