import Domain

/// The statements that a read report on follow-up makes.
struct GradeStatements {
    let said: [GradeSaid]
    let facts: DocumentFacts

    private struct Key: Hashable {
        var document: String?
        var number: Int?
        var label: String?
    }

    var findings: [Finding] {
        var order: [Key] = []
        var groups: [Key: [GradeSaid]] = [:]
        for (number, one) in said.enumerated() {
            // Without paragraph nothing joins it to another.
            let key = Key(
                document: one.document?.key, number: one.target?.number ?? -number - 1, label: one.target?.label)
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(one)
        }
        return order.enumerated().compactMap { place, key in groups[key].flatMap { finding($0, number: place + 1) } }
    }

    /// Papers with numbered grades write `A` and `E` in the same scheme.
    private var isNumbered: Bool { said.contains { $0.grade?.scheme == .numbered } }

    private func finding(_ group: [GradeSaid], number: Int) -> Finding? {
        guard let first = group.first else { return nil }
        let unit = first.unit
        var finding = Finding(
            number: number, kind: .statement, text: String(unit.text.prefix(10_000)),
            page: unit.page > 0 ? unit.page : nil, lines: unit.lines, confidence: 0.9)
        finding.wording = finding.text
        finding.about = first.document
        finding.positionDocument = place(first)
        finding.positionDate = facts.published
        let grades = Set(group.map(\.grade))
        guard let target = first.target, let document = first.document, grades.count == 1,
            let grade = first.grade
        else {
            finding.confidence = 0.3
            finding.doubts = [Doubt(.gradeUnclear, detail(group))]
            return finding
        }
        finding.paragraph = ParagraphNumber(Self.paragraph(target))
        finding.grade = .init(
            assessor: .committee, name: String(document.printed.prefix { $0 != "/" }),
            scheme: isNumbered && CommitteeGrade.Scheme.numbered.values.contains(grade.value)
                ? CommitteeGrade.Scheme.numbered.rawValue : grade.scheme.rawValue,
            value: grade.value)
        return finding
    }

    /// `CCPR/C/130/2 - Para 14`
    private func place(_ one: GradeSaid) -> String? {
        guard let symbol = facts.symbol?.printed else { return nil }
        return one.place.map { "\(symbol) - Para \($0)" } ?? symbol
    }

    private func detail(_ group: [GradeSaid]) -> String {
        var seen: [String] = []
        for one in group where !seen.contains(one.printed) { seen.append(one.printed) }
        let target = group.first?.target.map(Self.paragraph)
        return ([group.first?.document?.printed, target].compactMap(\.self) + [seen.joined(separator: " ")])
            .joined(separator: ", ")
    }

    private static func paragraph(_ target: NamedParagraphs.Reference) -> String {
        target.label.isEmpty ? "\(target.number)" : "\(target.number)(\(target.label))"
    }
}
