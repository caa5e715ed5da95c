import Domain
import People
import Plans

/// What the parts of the demonstration's workspace share.
struct DemonstrationGround: Sendable {
    let plans: Plans
    let content: DemonstrationContent
    /// Who did all of it.
    var keeper: Member
    let today: CalendarDate
    /// By abbreviation.
    let institutions: [String: InstitutionID]
    /// In the order of the plan; the last ones have neither lead nor action.
    let commitments: [CommitmentID]

    /// A day of the month that lies so many months back; ahead where that is negative.
    func monthsAgo(_ months: Int, day: Int = 14) -> CalendarDate? {
        let month = today.year * 12 + (today.month ?? 1) - 1 - months
        return CalendarDate(year: month / 12, month: month % 12 + 1, day: day)
    }

    func commitment(_ place: Int) -> CommitmentID? {
        commitments.isEmpty ? nil : commitments[place % commitments.count]
    }

    /// The value that a word of the file stands for.
    func value<Value: RawRepresentable>(_ word: String) throws(WorkspaceError) -> Value
    where Value.RawValue == String {
        guard let value = Value(rawValue: word) else { throw .store("work.json: \(word) is not known") }
        return value
    }
}
