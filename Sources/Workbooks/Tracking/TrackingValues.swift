import Domain
import Ingest
import Plans

/// What a row says of a recommendation in the workspace's own terms, and what of it could not be read.
package struct TrackingValues: Codable, Hashable, Sendable {
    package var lead: Int64?
    package var supporting: [Int64] = []
    package var status: String?
    /// `2026-12-31`.
    package var due: String?
    package var action: String?
    package var starts: String?
    package var comments: [String] = []
    /// One more row of the recommendation above it: what it says besides is added, not set against it.
    package var continues = false
    package var leftovers: [Leftover] = []

    /// A cell that was not taken over, and why. It stays in the row until a person settles it.
    package struct Leftover: Codable, Hashable, Sendable {
        package enum Reason: String, Codable, Sendable, CaseIterable {
            case unknownInstitution, unknownStatus, unreadableDate
            /// The spreadsheet program's own error (`#REF!`).
            case broken
            /// The plan or an earlier row says something else already.
            case differs
        }

        package var field: TrackingField
        /// As it stands in the cell; of a list of institutions the one that is not known.
        package var value: String
        package var reason: Reason
        /// For `differs`: what stands in the plan, and what the row says, in the plan's own form.
        package var standing: String?
        package var said: String?

        package init(
            _ field: TrackingField, _ value: String, _ reason: Reason, standing: String? = nil, said: String? = nil
        ) {
            self.field = field
            self.value = value
            self.reason = reason
            self.standing = standing
            self.said = said
        }
    }

    package init() {}
}

/// Reads the cells of rows.
struct TrackingSettler {
    static let actionMax = 500
    static let commentMax = 4_000

    let names: InstitutionNames
    /// Keys of words that somebody gave a status.
    let statuses: [String: ImplementationStatus]

    func values(_ line: TrackingLine) -> TrackingValues {
        var values = TrackingValues()
        values.continues = line.continues
        institutions(line, &values)
        if let text = line.status { status(text, &values) }
        if let cell = line.due { values.due = day(DateReading.read(cell), cell.shown, .due, isLast: true, &values) }
        if let cell = line.starts {
            values.starts = day(DateReading.read(cell), cell.shown, .starts, isLast: false, &values)
        }
        values.action = line.action.map { String($0.prefix(Self.actionMax)) }
        values.comments = line.comments.map { String($0.text.prefix(Self.commentMax)) }
        for column in line.broken { values.leftovers.append(.init(.comments, column, .broken)) }
        return values
    }

    private func institutions(_ line: TrackingLine, _ values: inout TrackingValues) {
        var all: [InstitutionID] = []
        if let text = line.lead {
            let read = names.read(text)
            all = read.found
            for word in read.unknown { values.leftovers.append(.init(.lead, word, .unknownInstitution)) }
            // Who cannot be read might be the lead: the first name alone leads.
            if read.unknown.isEmpty || read.found.first.map({ text.isLed(by: $0, names) }) == true {
                values.lead = all.first?.value
            }
        }
        for text in line.supporting {
            let read = names.read(text)
            for id in read.found where !all.contains(id) { all.append(id) }
            for word in read.unknown { values.leftovers.append(.init(.supporting, word, .unknownInstitution)) }
        }
        values.supporting = all.map(\.value).filter { $0 != values.lead }
    }

    private func status(_ text: String, _ values: inout TrackingValues) {
        if let settled = statuses[WordKey.of(text)] {
            values.status = settled.rawValue
            return
        }
        switch StatusWords.read(text) {
        case .status(let status)?: values.status = status.rawValue
        case .position?, .nothing?: break
        case nil: values.leftovers.append(.init(.status, text, .unknownStatus))
        }
    }

    /// A plan knows days: the last one of a month or a year by which something is due, the first one on which it starts.
    private func day(
        _ reading: DateReading.Reading, _ shown: String, _ field: TrackingField, isLast: Bool,
        _ values: inout TrackingValues
    ) -> String? {
        switch reading {
        case .none: return nil
        case .unreadable:
            values.leftovers.append(.init(field, shown, .unreadableDate))
            return nil
        case .date(let date):
            if date.day != nil { return date.description }
            let month = date.month ?? (isLast ? 12 : 1)
            let days = isLast ? [31, 30, 29, 28] : [1]
            return days.lazy.compactMap { CalendarDate(year: date.year, month: month, day: $0) }.first?.description
        }
    }
}

extension String {
    /// Whether the text begins with that institution's name.
    fileprivate func isLed(by id: InstitutionID, _ names: InstitutionNames) -> Bool {
        split(whereSeparator: { "\n\r;,/،؛、；，|+•".contains($0) }).first.flatMap { names.one(String($0)) } == id
    }
}
