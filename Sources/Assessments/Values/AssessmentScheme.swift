package import Domain
import FoundationEssentials

/// Schemes that stand outside of any workspace. Values are in the order of their authors and never converted into those of another.
package enum StandardScheme: String, Hashable, Sendable, CaseIterable {
    /// Fully, partially, not: as most reports say it, several committees among them.
    case implementation
    /// Letters of the Human Rights Committee and of those that grade as it does.
    case committee
    /// Its letters with numbers, used until 2017 (CCPR/C/108/2).
    case committee2013 = "committee-2013"
    /// UPR Info at mid-term: "Beyond promises" (2014).
    case uprInfo = "upr-info"
    /// The words of a State's plan for how far it is. Only the State says it.
    case planStatus = "plan-status"
    /// A State's own claims in its addenda. Documents have it; nobody writes in it here.
    case claim

    package var values: [String] {
        switch self {
        case .implementation, .uprInfo: ["fully", "partially", "not"]
        case .committee: ["A", "B", "C", "D", "E"]
        case .committee2013: ["A", "B1", "B2", "C1", "C2", "D1", "D2", "E"]
        case .planStatus: ["fully", "partly", "underWay", "notStarted", "notPursued"]
        case .claim: ["implemented", "inProgress", "partly"]
        }
    }

    /// Schemes that this kind of assessor may choose here.
    package static func choices(for assessor: Assessment.AssessorKind) -> [StandardScheme] {
        allCases.filter { $0 != .claim && ($0 != .planStatus || assessor == .state) }
    }
}

/// A scheme's code: of a standard scheme, or `own-7` of one that somebody made here.
package struct SchemeCode: Hashable, Sendable {
    package let rawValue: String

    package init(_ rawValue: String) { self.rawValue = rawValue }
    package init(_ scheme: StandardScheme) { rawValue = scheme.rawValue }
    package init(_ own: OwnSchemeID) { rawValue = "own-\(own.value)" }

    package var standard: StandardScheme? { StandardScheme(rawValue: rawValue) }
    package var own: OwnSchemeID? {
        guard rawValue.hasPrefix("own-"), let id = Int64(rawValue.dropFirst(4)), id > 0 else { return nil }
        return OwnSchemeID(id)
    }
}

/// What one edition of somebody's own scheme says. An edition never changes.
package struct SchemeContent: Codable, Hashable, Sendable {
    package struct Value: Codable, Hashable, Sendable {
        /// 1...24 of small letters, digits and hyphens; unique in its scheme.
        package var code: String
        /// By language.
        package var labels: [String: String]

        package init(code: String, labels: [String: String]) {
            self.code = code
            self.labels = labels
        }
    }

    package static let valuesMax = 12
    package static let labelCharactersMax = 120
    package static let aboutCharactersMax = 2_000

    /// By language.
    package var names: [String: String]
    /// What it measures, and who made it; by language.
    package var about: [String: String]
    /// In its author's order.
    package var values: [Value]

    package init(names: [String: String], about: [String: String], values: [Value]) {
        self.names = names
        self.about = about
        self.values = values
    }

    package static func text(_ texts: [String: String], for language: LanguageTag) -> (text: String, language: String)?
    {
        for tag in [language.rawValue, "en"] { if let text = texts[tag] { return (text, tag) } }
        return texts.min { $0.key < $1.key }.map { ($0.value, $0.key) }
    }

    /// The same bytes for the same content.
    func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }

    init(json: String) throws { self = try JSONDecoder().decode(SchemeContent.self, from: Data(json.utf8)) }
}

/// Somebody's own scheme with one of its editions.
package struct OwnScheme: Hashable, Sendable {
    package var id: OwnSchemeID
    /// Nil for one that came in a package.
    package var workspace: WorkspaceID?
    /// The edition's number, from 1.
    package var edition: Int
    package var content: SchemeContent
    package var isClosed: Bool
    package var version: Int

    package var code: SchemeCode { SchemeCode(id) }
}

package typealias OwnSchemeID = ID<OwnScheme>
