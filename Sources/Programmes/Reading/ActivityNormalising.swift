import Domain
import Markup

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
            if shape.attributes[attribute.name] == nil {
                if !attribute.name.contains(":"), !attribute.name.hasPrefix("xmlns") {
                    notes.warn(source, "\(path)/@\(attribute.name)", "is no attribute of 2.03 and was left out")
                }
            } else if !value.isEmpty {
                made.attributes.append(.init(attribute.name, value))
            }
        }
        if shape.text != nil { made.text = source.text.trimmingPrefixAndSuffixSpace }
        check(&made, shape, path)
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
        if shape.text != nil, made.text.isEmpty { missing.append("text") }
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

    /// Values that are not of their form are left out, each with a warning; a sum that is none refuses the activity.
    private mutating func check(_ made: inout XMLElement, _ shape: ActivityShape, _ path: String) {
        for attribute in made.attributes {
            guard let form = shape.attributes[attribute.name] else { continue }
            let value = form.reading(attribute.value)
            if value == nil {
                notes.warn(
                    made, "\(path)/@\(attribute.name)",
                    "“\(attribute.value.shown)” is \(form.sentence) and was left out")
            }
            made[attribute.name] = value
        }
        guard let form = shape.text, form != .any, !made.text.isEmpty else { return }
        guard let read = Amount.read(made.text) else {
            if made.name == "value" {
                notes.refuse(
                    made, path, "“\(made.text.shown)” is no sum: digits with a point are, such as 1250000.50")
            } else {
                notes.warn(made, path, "“\(made.text.shown)” is \(form.sentence) and was left out")
            }
            made.text = ""
            return
        }
        if read.isRounded {
            notes.warn(made, path, "“\(made.text.shown)” has more than six digits behind the point; sums take six")
        }
    }
}

extension ActivityShape.Form {
    /// The value as it is kept; nil where it is not of this form. A day keeps no hour, an instant that is only a day begins it.
    func reading(_ value: String) -> String? {
        switch self {
        case .any: return value
        case .day: return CalendarDate(value.prefix(10)).flatMap { $0.day == nil ? nil : $0.description }
        case .instant:
            guard CalendarDate(value.prefix(10))?.day != nil else { return nil }
            if value.count == 10 { return value + "T00:00:00" }
            return Self.isHour(value.dropFirst(10)) ? value : nil
        case .decimal: return Amount.read(value) == nil ? nil : value
        case .share: return Percentage(value) == nil ? nil : value
        case .flag: return ["0", "1", "true", "false"].contains(value) ? value : nil
        case .count: return Int32(value).map { $0 >= 0 } == true ? value : nil
        case .token: return value.allSatisfy { $0.isLetter || $0.isNumber || ".-_:".contains($0) } ? value : nil
        }
    }

    /// What a value that does not fit is not, for messages.
    var sentence: String {
        switch self {
        case .any: "no text"
        case .day: "no day of the calendar"
        case .instant: "no point in time"
        case .decimal: "no decimal number"
        case .share: "no share from 0 to 100"
        case .flag: "neither 0 nor 1"
        case .count: "no whole number"
        case .token: "no single word"
        }
    }

    /// `T09:30:00`, with a fraction of a second and a zone where there are such.
    private static func isHour(_ text: Substring) -> Bool {
        var rest = text
        guard rest.first == "T" else { return false }
        rest = rest.dropFirst()
        let clock = rest.prefix(8).split(separator: ":", omittingEmptySubsequences: false)
        guard clock.count == 3, clock.allSatisfy({ $0.count == 2 }), let hour = Int(clock[0]),
            let minute = Int(clock[1]),
            let second = Int(clock[2]), (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second)
        else { return false }
        rest = rest.dropFirst(8)
        if rest.first == "." {
            rest = rest.dropFirst()
            guard rest.first?.isNumber == true else { return false }
            rest = rest.drop { $0.isASCII && $0.isNumber }
        }
        if rest.isEmpty || rest == "Z" { return true }
        let zone = rest.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
        return (rest.first == "+" || rest.first == "-") && zone.count == 2
            && zone.allSatisfy { $0.count == 2 && Int($0) != nil }
    }
}

extension String {
    /// At most forty characters, for messages.
    var shown: String { count > 40 ? String(prefix(40)) + "…" : self }
}
