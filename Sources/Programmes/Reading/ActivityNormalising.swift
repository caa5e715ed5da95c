import Domain

/// Brings an activity into the form of 2.03: elements in the standard's order, nothing it does not know, nothing half said.
///
/// What cannot be said in the standard's form is left out with a warning; money is never left out: where a budget or a transaction
/// cannot be read, the whole activity is refused.
struct ActivityNormalising {
    private(set) var notes: ActivityNotes
    /// Elements the standard needs and the activity has not.
    private(set) var lacking: [String] = []

    private static let money: Set<String> = ["budget", "planned-disbursement", "transaction"]
    static let identifierCharactersMax = 300

    init(_ notes: ActivityNotes) { self.notes = notes }

    /// The activity in the form of 2.03; nil where it was refused.
    mutating func normalise(_ activity: XMLElement) -> XMLElement? {
        var known = activity
        for name in ["iati-identifier", "title"] where activity.first(name) == nil {
            notes.refuse(activity, name, "is missing")
        }
        let identifier = activity.first("iati-identifier")?.words ?? ""
        if notes.refusal == nil, identifier.isEmpty { notes.refuse(activity, "iati-identifier", "is empty") }
        if identifier.count > Self.identifierCharactersMax {
            notes.refuse(activity, "iati-identifier", "is longer than \(Self.identifierCharactersMax) characters")
        }
        known.name = "iati-activity"
        guard notes.refusal == nil, let whole = element(known, "", "iati-activity", isTop: true) else { return nil }
        guard notes.refusal == nil else { return nil }
        if whole.first("title") == nil {
            notes.refuse(activity, "title", "has no text")
            return nil
        }
        return whole
    }

    private mutating func element(_ source: XMLElement, _ parent: String, _ path: String, isTop: Bool) -> XMLElement? {
        guard let shape = ActivityShape.of(source.name, in: parent) else { return nil }
        var made = XMLElement(source.name, line: source.line)
        for attribute in source.attributes {
            let value = attribute.value.trimmingPrefixAndSuffixSpace
            if !shape.attributes.contains(attribute.name) {
                if !attribute.name.contains(":"), !attribute.name.hasPrefix("xmlns") {
                    notes.warn(source, "\(path)/@\(attribute.name)", "is no attribute of 2.03 and was left out")
                }
            } else if !value.isEmpty {
                made.attributes.append(.init(attribute.name, value))
            }
        }
        if shape.hasText { made.text = source.text.trimmingPrefixAndSuffixSpace }
        check(&made, path)
        made.children = children(source, shape, path, isTop: isTop)
        return complete(made, source, shape, path, isTop: isTop)
    }

    private mutating func children(
        _ source: XMLElement, _ shape: ActivityShape, _ path: String, isTop: Bool
    ) -> [XMLElement] {
        var byPlace: [[XMLElement]] = Array(repeating: [], count: shape.children.count)
        for child in source.children {
            let below = isTop ? child.name : "\(path)/\(child.name)"
            guard let place = shape.order[child.name] else {
                if !child.name.contains(":") { notes.warn(child, below, "is no element of 2.03 here and was left out") }
                continue
            }
            if !shape.children[place].isRepeated, !byPlace[place].isEmpty {
                notes.warn(child, below, "stands there twice; the first was kept")
                continue
            }
            if let made = element(child, source.name, below, isTop: false) { byPlace[place].append(made) }
        }
        return byPlace.flatMap { $0 }
    }

    /// The element, or nil where it says too little.
    private mutating func complete(
        _ made: XMLElement, _ source: XMLElement, _ shape: ActivityShape, _ path: String, isTop: Bool
    ) -> XMLElement? {
        var missing = shape.neededAttributes.filter { made[$0] == nil }.map { "@\($0)" }
        missing += shape.children.filter { child in
            child.isNeeded && !made.children.contains { $0.name == child.name }
        }.map(\.name)
        if shape.hasText, made.text.isEmpty { missing.append("text") }
        if missing.isEmpty { return made }
        if isTop {
            lacking = missing
            for name in missing { notes.warn(source, name, "is missing; the standard needs it") }
            return made
        }
        if Self.money.contains(where: { path == $0 || path.hasPrefix($0 + "/") }), isMoney(path, missing) {
            notes.refuse(source, path, "lacks \(missing.joined(separator: ", ")), so that its sum cannot be counted")
            return nil
        }
        // A narrative without text and a contact without a name say nothing: they are no loss.
        if source.name != "narrative", !(source.children.isEmpty && made.attributes.isEmpty) {
            notes.warn(source, path, "lacks \(missing.joined(separator: ", ")) and was left out")
        }
        return nil
    }

    /// Whether what is missing takes part in a sum: a description or an organisation within a transaction does not.
    private func isMoney(_ path: String, _ missing: [String]) -> Bool {
        let last = path.split(separator: "/").last.map(String.init) ?? ""
        return Self.money.contains(last)
            || ["value", "transaction-type", "transaction-date", "period-start", "period-end"].contains(last)
    }

    // MARK: Values

    private mutating func check(_ made: inout XMLElement, _ path: String) {
        if let date = made["iso-date"] { made["iso-date"] = day(date, made, "\(path)/@iso-date") }
        if made.name == "value" || made.name == "forecast" {
            if let date = made["value-date"] { made["value-date"] = day(date, made, "\(path)/@value-date") }
        }
        if let updated = made["last-updated-datetime"], CalendarDate(updated)?.day == nil {
            notes.warn(made, "\(path)/@last-updated-datetime", "“\(updated.shown)” is no time and was left out")
            made["last-updated-datetime"] = nil
        }
        if let share = made["percentage"], Percentage(share) == nil {
            notes.warn(made, "\(path)/@percentage", "“\(share.shown)” is no share from 0 to 100 and was left out")
            made["percentage"] = nil
        }
        for name in ["humanitarian", "secondary-reporter", "attached", "ascending", "aggregation-status"] {
            if let value = made[name], !["0", "1", "true", "false"].contains(value) {
                notes.warn(made, "\(path)/@\(name)", "“\(value.shown)” is neither 0 nor 1 and was left out")
                made[name] = nil
            }
        }
        if let hierarchy = made["hierarchy"], Int32(hierarchy) == nil {
            notes.warn(made, "\(path)/@hierarchy", "“\(hierarchy.shown)” is no whole number and was left out")
            made["hierarchy"] = nil
        }
        if made.name == "value" { amount(&made, path) }
    }

    private mutating func amount(_ made: inout XMLElement, _ path: String) {
        guard !made.text.isEmpty else { return }
        guard let read = Amount.read(made.text) else {
            notes.refuse(made, path, "“\(made.text.shown)” is no sum: digits with a point are, such as 1250000.50")
            return
        }
        if read.isRounded {
            notes.warn(made, path, "“\(made.text.shown)” has more than six digits behind the point; sums take six")
        }
        // The day of a sum's rate is needed by the standard; where it is missing, that of the period or of the transaction stands.
    }

    /// A day as XML Schema writes it; nil, with a warning, for anything else.
    private mutating func day(_ text: String, _ element: XMLElement, _ path: String) -> String? {
        if let date = CalendarDate(text.prefix(10)), date.day != nil { return date.description }
        notes.warn(element, path, "“\(text.shown)” is no day of the calendar and was left out")
        return nil
    }
}

extension String {
    /// At most forty characters, for messages.
    var shown: String { count > 40 ? String(prefix(40)) + "…" : self }
}
