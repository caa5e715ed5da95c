import Agreements
import CooperationWeb
import Domain
import Frame

/// What a form about an agreement says. Rows that were left empty are none.
struct TermsReading {
    /// How many rows of each kind a form shows beyond those that are filled.
    static let rowsMore = 2

    private let form: Query

    init(_ form: Query) { self.form = form }

    func terms() throws(WebError) -> AgreementTerms {
        var terms = AgreementTerms()
        terms.title = form.words("title")
        terms.purpose = form.words("purpose")
        terms.language = form.language()
        terms.starts = try form.day("starts")
        terms.ends = try form.day("ends")
        terms.exitNote = form.words("exitNote")
        guard let notice = Int(form.words("noticeDays").filter { !$0.isWhitespace }) else {
            throw .invalid([.init(name: "noticeDays", allowed: "agreement.allowed.notice")])
        }
        terms.noticeDays = notice
        terms.parties = form.all("parties").compactMap { WorkspaceID($0) }
        for row in rows("give") { terms.contributions.append(try contribution(row)) }
        for row in rows("mark") { terms.benchmarks.append(try benchmark(row)) }
        for row in rows("condition") { terms.conditions.append(try condition(row)) }
        for place in 0..<(AgreementLimits.reviewsMax + Self.rowsMore) {
            if let day = try form.day("review-\(place)") { terms.reviewDays.append(day) }
        }
        return terms
    }

    /// Names of those rows that say what it is.
    private func rows(_ name: String) -> [String] {
        (0..<(AgreementLimits.linesMax + Self.rowsMore)).map { "\(name)-\($0)" }.filter {
            !form.words($0 + "-what").allSatisfy(\.isWhitespace)
        }
    }

    private func line(_ row: String) -> Int { Int(form.words(row + "-line")) ?? 0 }

    private func contribution(_ row: String) throws(WebError) -> Contribution {
        guard let giver = WorkspaceID(form.words(row + "-giver")) else {
            throw .invalid([.init(name: "contributions", allowed: "agreement.allowed.party")])
        }
        guard let kind = HelpKind(rawValue: form.words(row + "-kind")) else {
            throw .invalid([.init(name: "contributions", allowed: "cooperation.unknownCode")])
        }
        return Contribution(
            line: line(row), giver: giver, receiver: WorkspaceID(form.words(row + "-receiver")), kind: kind,
            what: form.words(row + "-what"), money: try form.money(row + "-money"), due: try form.day(row + "-due"))
    }

    private func benchmark(_ row: String) throws(WebError) -> Benchmark {
        guard let due = try form.day(row + "-due") else {
            throw .invalid([.init(name: "benchmarks", allowed: "agreement.allowed.due")])
        }
        return Benchmark(
            line: line(row), kind: Benchmark.Kind(rawValue: form.words(row + "-kind")) ?? .result,
            what: form.words(row + "-what"), measure: form.words(row + "-measure"),
            baseline: form.words(row + "-baseline"), target: form.words(row + "-target"), due: due)
    }

    private func condition(_ row: String) throws(WebError) -> AttachedCondition {
        AttachedCondition(
            line: line(row), condition: Condition(rawValue: form.words(row + "-kind")) ?? .other,
            by: WorkspaceID(form.words(row + "-by")), what: form.words(row + "-what"),
            decidedBy: form.words(row + "-decidedBy"))
    }
}
