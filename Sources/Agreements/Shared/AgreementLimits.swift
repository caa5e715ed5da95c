import Domain
import FollowUp

/// What introductions and agreements may hold.
package enum AgreementLimits {
    package static let titleCharactersMax = 200
    package static let lineCharactersMax = 500
    package static let textCharactersMax = 4_000
    package static let messagesMax = 2_000
    /// Of one workspace in one thread on one day: each sends mail to the other side.
    package static let messagesPerDayMax = 40
    package static let waitingMax = 200
    package static let partiesMax = 12
    package static let linesMax = 30
    package static let reviewsMax = 24
    package static let listMax = 500

    static func text(
        _ text: String, _ field: String, most: Int = textCharactersMax, isNeeded: Bool = false
    ) throws(WorkspaceError) -> String {
        let text = trimmed(text)
        guard text.count <= most else { throw .invalid(field, "agreement.allowed.long") }
        if isNeeded, text.isEmpty { throw .invalid(field, "agreement.allowed.needed") }
        return text
    }

    static func day(_ day: CalendarDate?, _ field: String) throws(WorkspaceError) {
        if let day, day.day == nil { throw .invalid(field, "cooperation.wholeDay") }
    }

    static func money(_ money: Money?, _ field: String) throws(WorkspaceError) {
        guard let money else { return }
        guard (0...1_000_000_000_000_000).contains(money.minor) else { throw .invalid(field, "cooperation.amount") }
    }

    /// A link to evidence, or nothing.
    static func link(_ link: String, _ field: String) throws(WorkspaceError) -> String {
        let link = trimmed(link)
        guard link.isEmpty || EvidenceDraft.isLink(link) else { throw .invalid(field, "evidence.linkForm") }
        return link
    }

    static func trimmed(_ text: String) -> String {
        var text = text[...]
        while let first = text.first, first.isWhitespace { text = text.dropFirst() }
        while let last = text.last, last.isWhitespace { text = text.dropLast() }
        return String(text)
    }
}
