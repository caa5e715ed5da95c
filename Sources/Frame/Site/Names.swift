package import Domain
package import Reference

/// Names of States, mechanisms, themes and the rest by code and language, from the reference facts.
package struct Names: Sendable {
    package let reference: ReferenceFacts
    /// Squares of the world map by State.
    package let tiles: [String: TilePlace]
    private let groups: [String: LocalizedNames]

    package enum Kind: Sendable, CaseIterable {
        case state, region, group, mechanism, theme, person, goal, target
    }

    package init(_ reference: ReferenceFacts) {
        self.reference = reference
        let placed = reference.states.compactMap { facts in facts.tile.map { (facts.code.rawValue, $0) } }
        tiles = Dictionary(placed, uniquingKeysWith: { first, _ in first })
        groups = Dictionary(reference.groups.map { ($0.code, $0.names) }, uniquingKeysWith: { first, _ in first })
    }

    /// The name in a language, else in English, else the code itself (without the tilde of other entities).
    package func name(_ kind: Kind, _ code: String, _ tag: String) -> String {
        let language = LanguageTag(tag)
        let name: String? =
            switch kind {
            case .state:
                reference.facts(of: StateCode(code)) == nil
                    ? nil : reference.shortName(of: StateCode(code), in: language)
            case .region, .group: groups[code]?[language]
            case .mechanism: reference.facts(of: MechanismCode(code))?.names[language]
            case .theme: reference.name(ofTheme: code, in: language)
            case .person: reference.name(ofPerson: code, in: language)
            case .goal, .target: reference.name(ofSDG: code, in: language)
            }
        return name ?? (code.hasPrefix("~") ? String(code.dropFirst()) : code)
    }

    /// A State's region, or a mechanism's kind.
    package func parent(_ kind: Kind, _ code: String) -> String? {
        switch kind {
        case .state: reference.facts(of: StateCode(code))?.region
        case .mechanism: reference.facts(of: MechanismCode(code))?.kind.rawValue
        default: nil
        }
    }

    /// A short form that fits into the margin of a drawing.
    package func acronym(ofMechanism code: String, _ tag: String) -> String? {
        reference.facts(of: MechanismCode(code))?.acronym(in: LanguageTag(tag))
    }

    /// Known codes in the order of the reference facts.
    package func codes(_ kind: Kind) -> [String] {
        switch kind {
        case .state: reference.states.map(\.code.rawValue)
        case .region: reference.groups.filter { $0.kind == .region }.map(\.code)
        case .group: reference.groups.filter { $0.kind == .membership }.map(\.code)
        case .mechanism: reference.mechanisms.map(\.code.rawValue)
        case .theme: reference.themes.map(\.code)
        case .person: reference.persons.map(\.code)
        case .goal: reference.goals.filter { !$0.isTarget }.map(\.code)
        case .target: reference.goals.filter(\.isTarget).map(\.code)
        }
    }

    /// A language's name in itself.
    package func endonym(_ tag: String) -> String { reference.languages.first { $0.code == tag }?.endonym ?? tag }

    /// The groups that a State belongs to.
    package func groups(of state: StateCode) -> [String] { reference.facts(of: state)?.groups ?? [] }
}
