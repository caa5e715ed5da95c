package import Domain
import FoundationEssentials
package import Reference

/// The code lists of the aid-data standard this program reads, and which of our themes a sector of development aid is about.
package struct AidCodes: Sendable {
    /// A theme a sector stands for, and why.
    package struct SectorTheme: Sendable, Hashable {
        package var themes: [String]
        package var reason: String
    }

    /// Names by list and code; empty where only the code is known.
    private let lists: [String: [String: String]]
    private let sectorThemes: [String: SectorTheme]
    private let statesByCode: [String: StateCode]

    /// Reads `iati.json` and `iati-themes.json` from the folder of reference facts.
    package init(directory: String, reference: ReferenceFacts) throws(AidCodesError) {
        let lists: AidFactFile<CodeList> = try Self.read("iati.json", directory)
        let themes: AidFactFile<ThemeFact> = try Self.read("iati-themes.json", directory)
        self.lists = Dictionary(lists.facts.map { ($0.code, $0.names) }, uniquingKeysWith: { first, _ in first })
        sectorThemes = Dictionary(
            themes.facts.map { ($0.code, SectorTheme(themes: $0.themes, reason: $0.reason)) },
            uniquingKeysWith: { first, _ in first })
        // Invented States have no alpha-2 code: files about them carry their own three letters.
        statesByCode = Dictionary(
            reference.states.map { ($0.alpha2 ?? $0.code.rawValue, $0.code) }, uniquingKeysWith: { first, _ in first })
    }

    private struct CodeList: Decodable {
        var code: String
        var names: [String: String]
    }

    private struct ThemeFact: Decodable {
        var code: String
        var themes: [String]
        var reason: String
    }

    private struct AidFactFile<Fact: Decodable>: Decodable { var facts: [Fact] }

    private static func read<Fact: Decodable>(
        _ file: String, _ directory: String
    ) throws(AidCodesError) -> AidFactFile<Fact> {
        guard let data = try? Data(contentsOf: URL(filePath: directory).appending(path: file)),
            let facts = try? JSONDecoder().decode(AidFactFile<Fact>.self, from: data)
        else { throw AidCodesError(file: file) }
        return facts
    }

    /// Whether a list has a code; true for lists that are not known here.
    package func has(_ code: String, in list: AidList) -> Bool {
        guard let names = lists[list.rawValue] else { return true }
        if list == .country, statesByCode[code] != nil { return true }
        return names[code] != nil
    }

    /// The list's own English name of a code; nil where it has none.
    package func name(_ code: String, in list: AidList) -> String? {
        lists[list.rawValue]?[code].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Codes of a list in their own order: numbers as numbers.
    package func codes(of list: AidList) -> [String] {
        (lists[list.rawValue] ?? [:]).keys.sorted { one, other in
            if let left = Int(one), let right = Int(other) { return left < right }
            return one < other
        }
    }

    /// The State of a country code; nil for what is no State here.
    package func state(_ country: String) -> StateCode? { statesByCode[country.uppercased()] }

    /// The country code of a State.
    package func country(of state: StateCode) -> String? { statesByCode.first { $0.value == state }?.key }

    /// What a sector of the Development Assistance Committee is about: the most exact entry that fits.
    package func themes(ofSector code: String) -> SectorTheme? {
        for length in [5, 3] where code.count >= length {
            if let found = sectorThemes[String(code.prefix(length))] { return found }
        }
        return nil
    }

    /// Every entry's themes, for checking them against the themes there are.
    package var allSectorThemes: [(code: String, entry: SectorTheme)] {
        sectorThemes.map { ($0.key, $0.value) }.sorted { $0.code < $1.code }
    }
}

/// The code lists that are checked, by their names in the standard.
package enum AidList: String, Sendable, CaseIterable {
    case dateType = "ActivityDateType"
    case scope = "ActivityScope"
    case status = "ActivityStatus"
    case aidType = "AidType"
    case budgetType = "BudgetType"
    case collaboration = "CollaborationType"
    case conditionType = "ConditionType"
    case country = "Country"
    case currency = "Currency"
    case financeType = "FinanceType"
    case flowType = "FlowType"
    case role = "OrganisationRole"
    case organisationType = "OrganisationType"
    case policyMarker = "PolicyMarker"
    case region = "Region"
    case resultType = "ResultType"
    case sector = "Sector"
    case sectorCategory = "SectorCategory"
    case sectorVocabulary = "SectorVocabulary"
    case tagVocabulary = "TagVocabulary"
    case tiedStatus = "TiedStatus"
    case transactionType = "TransactionType"
}

/// A file of facts that cannot be read.
package struct AidCodesError: Error, Sendable {
    package var file: String
}
