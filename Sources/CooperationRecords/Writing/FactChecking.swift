import Domain
import People
import Reference

extension StateCooperation {
    /// The fact as it is kept, or what keeps it out.
    func checked(_ content: StateFactContent) throws(WorkspaceError) -> StateFactContent {
        var content = content
        content.about = Self.trimmed(content.about)
        content.matter = Self.trimmed(content.matter)
        content.text = Self.trimmed(content.text)
        content.source = Self.trimmed(content.source)
        content.address = content.address.map(Self.trimmed).flatMap { $0.isEmpty ? nil : $0 }
        try checkAbout(&content)
        try checkDay(content)
        try checkLengths(content)
        if content.source.isEmpty { throw .invalid("source", "stateFact.sourceNeeded") }
        if let address = content.address, !Self.isAddress(address) {
            throw .invalid("address", "stateFact.addressForm")
        }
        if !content.kind.isOfCycle { content.cycle = nil }
        if content.kind.isOfCycle, !content.isNone || content.cycle != nil {
            guard let cycle = content.cycle, (1...StateFactLimits.cycleMax).contains(cycle) else {
                throw .invalid("cycle", "stateFact.cycleNeeded")
            }
        }
        if content.kind.isOfCommunications, !content.text.isEmpty { throw .invalid("text", "stateFact.noText") }
        try checkGrade(&content)
        if content.kind != .fundUsed { content.money = nil }
        guard LanguageTag.official.contains(content.language) else { throw .invalid("language", "stateFact.language") }
        return content
    }

    private func checkAbout(_ content: inout StateFactContent) throws(WorkspaceError) {
        switch content.kind.about {
        case .nothing: content.about = ""
        case .treaty:
            guard let code = treaty(content.about) ?? (content.isNone && content.about.isEmpty ? "" : nil) else {
                throw .invalid("about", "stateFact.treatyUnknown")
            }
            content.about = code
        case .mechanism:
            guard let code = mechanism(content.about) ?? (content.isNone && content.about.isEmpty ? "" : nil) else {
                throw .invalid("about", "stateFact.mechanismUnknown")
            }
            content.about = code
        case .words:
            if content.about.isEmpty, !content.isNone { throw .invalid("about", "stateFact.aboutNeeded") }
        }
    }

    /// By code, acronym or name.
    private func treaty(_ text: String) -> String? {
        reference.treaty(text) == nil ? reference.treaty(named: text) : text
    }

    private func mechanism(_ text: String) -> String? {
        let code = MechanismCode(text)
        return reference.facts(of: code) == nil ? reference.mechanism(named: text)?.rawValue : text
    }

    private func checkDay(_ content: StateFactContent) throws(WorkspaceError) {
        guard let day = content.day else { throw .invalid("day", "stateFact.dayNeeded") }
        guard (1900...2200).contains(day.year) else { throw .invalid("day", "stateFact.dayRange") }
        let isAhead = [StateFactKind.reportDue, .followUpDue, .reviewDue].contains(content.kind) && !content.isNone
        guard isAhead || day <= (CalendarDate(store.clock.instant) ?? day) else {
            throw .invalid("day", "stateFact.dayAhead")
        }
    }

    private func checkGrade(_ content: inout StateFactContent) throws(WorkspaceError) {
        guard content.kind == .accreditation, !content.isNone else {
            content.grade = nil
            return
        }
        guard let grade = content.grade, Accreditation.Status(rawValue: grade) != nil else {
            throw .invalid("grade", "stateFact.gradeNeeded")
        }
    }

    private func checkLengths(_ content: StateFactContent) throws(WorkspaceError) {
        let limits = [
            ("about", content.about, StateFactLimits.aboutCharactersMax),
            ("matter", content.matter, StateFactLimits.matterCharactersMax),
            ("text", content.text, StateFactLimits.textCharactersMax),
            ("source", content.source, StateFactLimits.sourceCharactersMax),
            ("address", content.address ?? "", StateFactLimits.addressCharactersMax),
        ]
        for (field, text, most) in limits where text.count > most { throw .invalid(field, "stateFact.tooLong") }
        for (field, text, _) in limits where field != "text" && text.contains(where: \.isNewline) {
            throw .invalid(field, "stateFact.oneLine")
        }
    }

    private static func isAddress(_ text: String) -> Bool {
        let small = text.lowercased()
        return (small.hasPrefix("https://") || small.hasPrefix("http://")) && !text.contains(where: \.isWhitespace)
            && text.count > 10
    }

    private static func trimmed(_ text: String) -> String {
        let after = text.drop(while: \.isWhitespace)
        guard let last = after.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(after[...last])
    }
}
