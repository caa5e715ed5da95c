import Domain
import Markup

/// Brings activities of older versions into the words of 2.03, where what they mean is certain.
struct ActivityUpgrade {
    var notes: ActivityNotes
    let version: StandardVersion

    init(_ version: StandardVersion, _ notes: ActivityNotes) {
        self.version = version
        self.notes = notes
    }

    /// What every version leaves to be said once, then what version 1 says otherwise.
    mutating func upgrade(_ activity: XMLElement) -> XMLElement {
        var activity = activity
        if case .first = version { activity = fromFirst(activity) }
        for place in activity.children.indices {
            switch activity.children[place].name {
            case "transaction": fillDay(&activity.children[place], from: "transaction-date")
            case "budget", "planned-disbursement": fillDay(&activity.children[place], from: "period-start")
            default: break
            }
        }
        return activity
    }

    /// A sum without the day of its value takes that of its transaction or of the period's start, and says so.
    private mutating func fillDay(_ element: inout XMLElement, from name: String) {
        guard let place = element.children.firstIndex(where: { $0.name == "value" }) else { return }
        let own = element.children[place]["value-date"] ?? ""
        guard CalendarDate(own.prefix(10))?.day == nil else { return }
        guard let day = element.first(name)?["iso-date"] else { return }
        notes.warn(
            element.children[place], "\(element.name)/value/@value-date",
            "\(own.isEmpty ? "is missing" : "“\(own.shown)” is no day"); \(name) was taken")
        element.children[place]["value-date"] = day
    }

    // MARK: Version 1

    private mutating func fromFirst(_ activity: XMLElement) -> XMLElement {
        var made = activity
        made.attributes.removeAll { $0.name == "version" }
        made.children = []
        let reporter = activity.first("reporting-org")?["ref"]
        for child in activity.children {
            switch child.name {
            case "title": merge(narrated(child), into: &made)
            case "description": merge(narrated(child), into: &made)
            case "reporting-org", "recipient-country", "activity-date":
                made.children.append(dated(narrated(child)))
            case "participating-org": made.children.append(role(narrated(child)))
            case "other-identifier": made.children.append(identifier(child, reporter: reporter))
            case "recipient-region", "sector", "policy-marker": made.children.append(vocabulary(narrated(child)))
            case "contact-info": made.children.append(contact(child))
            case "budget", "planned-disbursement": made.children.append(budget(child))
            case "transaction": made.children.append(transaction(child))
            case "document-link": made.children.append(document(child))
            case "conditions": made.children.append(nested(child, ["condition"]))
            case "result": made.children.append(result(child))
            case "location": made.children.append(location(child))
            case "related-activity", "collaboration-type", "default-flow-type", "default-finance-type",
                "default-aid-type", "default-tied-status", "activity-status", "activity-scope":
                var plain = child
                plain.text = ""
                made.children.append(plain)
            default: made.children.append(child)
            }
        }
        return made
    }

    /// Text becomes a narrative in its own language.
    private func narrated(_ element: XMLElement) -> XMLElement {
        var made = element
        let text = element.text.trimmingPrefixAndSuffixSpace
        made.text = ""
        guard !text.isEmpty else { return made }
        var narrative = XMLElement("narrative", text: text, line: element.line)
        if let language = element["xml:lang"] { narrative["xml:lang"] = language }
        made["xml:lang"] = nil
        made.children.insert(narrative, at: 0)
        return made
    }

    /// Version 1 repeats a title for each language; 2.03 has one with several narratives.
    private func merge(_ element: XMLElement, into activity: inout XMLElement) {
        let same = activity.children.firstIndex { $0.name == element.name && $0["type"] == element["type"] }
        if let same {
            activity.children[same].children += element.children
        } else {
            activity.children.append(element)
        }
    }

    /// Names of codes of version 1 that 2.03 has as numbers; numbers stay.
    private mutating func coded(
        _ element: inout XMLElement, _ attribute: String, _ table: [String: String]
    ) {
        guard let value = element[attribute] else { return }
        if let code = table[value.lowercased()] {
            element[attribute] = code
        } else if !table.values.contains(value) {
            notes.refuse(
                element, "\(element.name)/@\(attribute)",
                "“\(value.shown)” of version \(version.text) has no certain meaning in 2.03")
        }
    }

    private mutating func dated(_ element: XMLElement) -> XMLElement {
        var made = element
        if element.name == "activity-date" {
            coded(&made, "type", ["start-planned": "1", "start-actual": "2", "end-planned": "3", "end-actual": "4"])
            if made["iso-date"] == nil, let text = made.first("narrative")?.text, CalendarDate(text)?.day != nil {
                made["iso-date"] = text
                made.children = []
            }
        }
        return made
    }

    private mutating func role(_ element: XMLElement) -> XMLElement {
        var made = element
        coded(&made, "role", ["funding": "1", "accountable": "2", "extending": "3", "implementing": "4"])
        return made
    }

    private func identifier(_ element: XMLElement, reporter: String?) -> XMLElement {
        let reference = element.words
        let owner = element["owner-ref"]
        var made = XMLElement(
            "other-identifier",
            [.init("ref", reference), .init("type", owner != nil && owner == reporter ? "A1" : "A9")],
            line: element.line)
        if let owner {
            var organisation = XMLElement("owner-org", [.init("ref", owner)], line: element.line)
            if let name = element["owner-name"], !name.isEmpty {
                organisation.children = [XMLElement("narrative", text: name, line: element.line)]
            }
            made.children = [organisation]
        }
        return made
    }

    private mutating func vocabulary(_ element: XMLElement) -> XMLElement {
        var made = element
        let table =
            element.name == "sector"
            ? [
                "dac": "1", "dac-3": "2", "cofog": "3", "nace": "4", "ntee": "5", "adt": "6", "ro": "99", "ro2": "98",
            ] : ["dac": "1", "ro": "99"]
        coded(&made, "vocabulary", table)
        return made
    }

    private func contact(_ element: XMLElement) -> XMLElement {
        nested(element, ["organisation", "department", "person-name", "job-title", "mailing-address"])
    }

    /// Children of these names get narratives.
    private func nested(_ element: XMLElement, _ names: Set<String>) -> XMLElement {
        var made = element
        made.children = element.children.map { names.contains($0.name) ? narrated($0) : $0 }
        return made
    }

    private mutating func budget(_ element: XMLElement) -> XMLElement {
        var made = nested(element, ["provider-org", "receiver-org"])
        if element.name == "budget" { coded(&made, "type", ["original": "1", "revised": "2"]) }
        return isoDated(made)
    }

    /// Days that stand as text where the attribute is missing.
    private func isoDated(_ element: XMLElement) -> XMLElement {
        var made = element
        for place in made.children.indices {
            let child = made.children[place]
            guard ["period-start", "period-end", "transaction-date"].contains(child.name) else { continue }
            if child["iso-date"] == nil, CalendarDate(child.words)?.day != nil {
                made.children[place]["iso-date"] = child.words
            }
            made.children[place].text = ""
        }
        return made
    }

    private mutating func transaction(_ element: XMLElement) -> XMLElement {
        var made = isoDated(nested(element, ["description", "provider-org", "receiver-org"]))
        for place in made.children.indices where made.children[place].name == "transaction-type" {
            coded(
                &made.children[place], "code",
                [
                    "if": "1", "c": "2", "d": "3", "e": "4", "ir": "5", "lr": "6", "r": "7", "qp": "8", "qs": "9",
                    "cg": "10",
                ])
            made.children[place].text = ""
        }
        return made
    }

    private func document(_ element: XMLElement) -> XMLElement {
        var made = nested(element, ["title"])
        let titles = made.children.filter { $0.name == "title" }
        if titles.count > 1, let first = made.children.firstIndex(where: { $0.name == "title" }) {
            made.children[first].children = titles.flatMap(\.children)
        }
        made.children = made.children.map { child in
            guard child.name == "language", child["code"] == nil, !child.words.isEmpty else { return child }
            return XMLElement("language", [.init("code", child.words)], line: child.line)
        }
        return made
    }

    private func result(_ element: XMLElement) -> XMLElement {
        var made = nested(element, ["title", "description"])
        made.children = made.children.map { child in
            guard child.name == "indicator" else { return child }
            var indicator = nested(child, ["title", "description"])
            indicator.children = indicator.children.map { part in
                switch part.name {
                case "baseline": return nested(part, ["comment"])
                case "period":
                    var period = isoDated(part)
                    period.children = period.children.map { inner in
                        inner.name == "target" || inner.name == "actual" ? nested(inner, ["comment"]) : inner
                    }
                    return period
                default: return part
                }
            }
            return indicator
        }
        return made
    }

    /// Name, description and coordinates have the same meaning; the rest of the old form has no certain one and is left out later, with
    /// a warning each.
    private func location(_ element: XMLElement) -> XMLElement {
        var made = nested(element, ["name", "description"])
        if let place = element.first("coordinates"), let latitude = place["latitude"],
            let longitude = place["longitude"], element.first("point") == nil
        {
            let point = XMLElement(
                "point", [.init("srsName", "http://www.opengis.net/def/crs/EPSG/0/4326")], line: place.line,
                children: [XMLElement("pos", text: "\(latitude) \(longitude)", line: place.line)])
            made.children.removeAll { $0.name == "coordinates" }
            made.children.append(point)
        }
        return made
    }
}
