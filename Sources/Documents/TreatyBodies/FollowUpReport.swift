import Domain

/// Reads a committee's report or letter on follow-up: a statement with a grade for each paragraph that it grades.
///
/// What is unclear becomes a statement without paragraph and grade, which nothing accepts, with its place and what stands there.
enum FollowUpReport {
    static func findings(in text: DocumentText, _ context: ReadingContext) -> [Finding] {
        var walk = GradeWalk(document: context.facts.parent)
        for unit in units(of: text) { walk.take(unit) }
        return GradeStatements(said: walk.said, facts: context.facts).findings
    }

    /// Paragraphs, and cells of tables with what stands before them in their row.
    private static func units(of text: DocumentText) -> [AddendumUnit] {
        let (prose, printed) = PrintedTable.rows(of: PageCleaning.clean(text))
        var units = AddendumUnits.units(prose) + printed
        for table in text.tables {
            for row in table.rows where row.contains(where: { !$0.paragraphs.isEmpty }) {
                let cells = row.map { LineJoining.join($0.paragraphs) }
                let place = min(table.line, max(0, text.lines.count))
                units.append(
                    AddendumUnit(
                        text: cells.filter { !$0.isEmpty }.joined(separator: ": "),
                        page: text.lines.indices.contains(place) ? text.lines[place].page : 0,
                        lines: place..<place + 1))
            }
        }
        return units.enumerated().sorted {
            ($0.element.lines.lowerBound, $0.offset) < ($1.element.lines.lowerBound, $1.offset)
        }.map(\.element)
    }
}

/// Something in brackets or behind a colon that stands where grades stand.
struct GradeSaid: Sendable {
    /// Nil where it is no grade we know.
    var grade: CommitteeGrade?
    var printed: String
    /// The paragraph of the observations, with the letter of a duty; nil where none is named.
    var target: NamedParagraphs.Reference?
    /// The observations.
    var document: DocumentSymbol?
    /// The paragraph of the report that says so, where they are numbered.
    var place: Int?
    var unit: AddendumUnit
}

/// Goes through a report on follow-up, and knows at each place which observations and which paragraph of theirs it speaks of.
struct GradeWalk {
    private(set) var said: [GradeSaid] = []
    private var document: DocumentSymbol?
    /// Whether a State's part has begun; what stands before it explains the grades.
    private var isInside = false
    private var paragraphs: [NamedParagraphs.Reference] = []
    private var place: Int?

    init(document: DocumentSymbol?) { self.document = document }

    mutating func take(_ unit: AddendumUnit) {
        let text = numbered(unit.text)
        let observations = PrintedSymbol.all(in: text).filter(Self.isObservations)
        if let first = observations.first {
            // Two at once: whose paragraphs follow, nobody can say.
            document = Set(observations.map(\.key)).count == 1 ? first : nil
            isInside = true
            paragraphs = []
        }
        let named = GradeHeading(text)
        if named != nil { isInside = true }
        let marks = GradeMarks.all(in: text, behind: named?.end)
        if let named { paragraphs = named.paragraphs.count == 1 || !marks.isEmpty ? named.paragraphs : [] }
        guard isInside, observations.isEmpty || named != nil else { return }
        for mark in marks { say(mark, unit) }
    }

    private mutating func say(_ mark: GradeMark, _ unit: AddendumUnit) {
        var targets: [NamedParagraphs.Reference?] = paragraphs
        if !mark.labels.isEmpty, paragraphs.count == 1, paragraphs[0].label.isEmpty {
            targets = mark.labels.map { .init(number: paragraphs[0].number, label: $0) }
        }
        if targets.isEmpty { targets = [nil] }
        for target in targets {
            said.append(
                GradeSaid(
                    grade: mark.grade, printed: mark.printed, target: target, document: document, place: place,
                    unit: unit))
        }
    }

    /// The text behind the report's own number, which is kept as the place.
    private mutating func numbered(_ text: String) -> String {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard (1...3).contains(digits.count), let value = Int(digits), text.dropFirst(digits.count).first == "." else {
            return text
        }
        let rest = text.dropFirst(digits.count + 1)
        guard rest.first?.isWhitespace == true else { return text }
        place = value
        return String(rest.drop(while: \.isWhitespace))
    }

    /// `CCPR/C/XAA/CO/3`, and no addendum to it.
    private static func isObservations(_ symbol: DocumentSymbol) -> Bool {
        let parts = PrintedSymbol.parts(of: symbol)
        return parts.contains("CO") && !(parts.last ?? "").hasPrefix("ADD.")
    }
}
