import Domain

/// What a consultation may hold.
enum ConsultationChecking {
    static func checked(_ content: ConsultationContent) throws(WorkspaceError) -> ConsultationContent {
        var content = content
        content.title = try line(content.title, "title", ConsultationLimits.titleCharactersMax, isNeeded: true)
        content.about = try text(content.about, "about", ConsultationLimits.textCharactersMax)
        content.contact = try line(content.contact, "contact", ConsultationLimits.lineCharactersMax)
        try language(content.language)
        guard let opens = content.opens, opens.day != nil, (1_950...2_200).contains(opens.year) else {
            throw .invalid("opens", "consultation.wholeDay")
        }
        guard let closes = content.closes, closes.day != nil, (1_950...2_200).contains(closes.year) else {
            throw .invalid("closes", "consultation.wholeDay")
        }
        guard opens <= closes else { throw .invalid("closes", "consultation.closesFirst") }
        if let day = content.answerBy {
            guard day.day != nil, day >= opens, day.year <= 2_200 else {
                throw .invalid("answerBy", "consultation.answersFirst")
            }
        }
        var seen: Set<ConsultationTopic> = []
        content.topics = content.topics.filter { !$0.value.isEmpty && seen.insert($0).inserted }
        guard content.topics.count <= ConsultationLimits.topicsMax else {
            throw .invalid("topics", "consultation.many")
        }
        for topic in content.topics {
            let isNumber = Int64(topic.value).map { $0 > 0 } ?? false
            if topic.value.count > 100 || (topic.kind != .theme && !isNumber) {
                throw .invalid(topic.kind.rawValue, "consultation.numbers")
            }
        }
        return content
    }

    static func checked(_ session: ConsultationSession) throws(WorkspaceError) -> ConsultationSession {
        var session = session
        session.title = try line(session.title, "title", ConsultationLimits.titleCharactersMax, isNeeded: true)
        session.text = try text(session.text, "text", ConsultationLimits.textCharactersMax)
        session.place = try line(session.place, "place", ConsultationLimits.lineCharactersMax)
        guard session.day.day != nil else { throw .invalid("day", "consultation.wholeDay") }
        for (field, time) in [("starts", session.starts), ("ends", session.ends)] where !isTime(time) {
            throw .invalid(field, "consultation.time")
        }
        guard session.starts <= session.ends else { throw .invalid("ends", "consultation.closesFirst") }
        session.online = try session.online.flatMap { $0.isEmpty ? nil : $0 }.map(address)
        return session
    }

    static func checked(_ draft: ContributionDraft) throws(WorkspaceError) -> ContributionDraft {
        var draft = draft
        draft.name = try line(draft.name, "name", ConsultationLimits.lineCharactersMax)
        draft.actor = try line(draft.actor, "actor", ConsultationLimits.lineCharactersMax)
        draft.text = try text(draft.text, "text", ConsultationLimits.contributionCharactersMax)
        if draft.text.isEmpty { throw .invalid("text", "consultation.needed") }
        try language(draft.language)
        return draft
    }

    static func why(_ text: String) throws(WorkspaceError) -> String {
        let why = try Self.text(text, "why", ConsultationLimits.whyCharactersMax)
        if why.isEmpty { throw .invalid("why", "consultation.needed") }
        return why
    }

    static func language(_ tag: LanguageTag) throws(WorkspaceError) {
        guard LanguageTag.official.contains(tag) else { throw .invalid("language", "consultation.language") }
    }

    static func text(_ text: String, _ field: String, _ most: Int) throws(WorkspaceError) -> String {
        let trimmed = trimmed(text)
        guard trimmed.count <= most else { throw .invalid(field, "consultation.tooLong") }
        return trimmed
    }

    static func line(
        _ text: String, _ field: String, _ most: Int, isNeeded: Bool = false
    ) throws(WorkspaceError) -> String {
        let trimmed = try Self.text(text, field, most)
        if isNeeded, trimmed.isEmpty { throw .invalid(field, "consultation.needed") }
        if trimmed.contains(where: \.isNewline) { throw .invalid(field, "consultation.oneLine") }
        return trimmed
    }

    private static func address(_ text: String) throws(WorkspaceError) -> String {
        let small = text.lowercased()
        guard small.hasPrefix("https://"), !text.contains(where: \.isWhitespace), text.count > 10,
            text.count <= ConsultationLimits.addressCharactersMax
        else { throw .invalid("online", "consultation.address") }
        return text
    }

    private static func isTime(_ text: String) -> Bool {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ $0.count == 2 }), let hour = Int(parts[0]),
            let minute = Int(parts[1])
        else { return false }
        return (0...23).contains(hour) && (0...59).contains(minute)
    }

    private static func trimmed(_ text: String) -> String {
        let after = text.drop(while: \.isWhitespace)
        guard let last = after.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(after[...last])
    }
}
