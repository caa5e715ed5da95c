package import Domain

/// One of the eighteen instruments.
package struct TreatyFacts: Sendable, Decodable {
    /// `iccpr`, `op-crc-ac`.
    package let code: String
    package let names: LocalizedNames
    package let acronym: String
    /// Acronyms and names in other languages and spellings.
    package let aliases: [String]
    /// The year of adoption.
    package let adopted: Int
    /// The mechanism that watches over it.
    package let body: String
    /// How many articles it has; nil where that was not verified.
    package let articles: Int?

    package var mechanism: MechanismCode { MechanismCode(body) }
}

/// What a State has done about a treaty. The source knows years only, and nothing of reservations.
package enum TreatyStatus: Sendable, Equatable {
    /// Ratified, acceded or succeeded.
    case party(year: Int)
    /// Signed, not ratified.
    case signatory
    /// Neither, when the source was read.
    case noAction
    /// The source does not cover this State.
    case notLoaded
}

/// The status of one treaty, State by State.
struct RatificationFacts: Sendable, Decodable {
    let treaty: String
    /// Years by alpha-3 code.
    let parties: [String: Int]
    let signatories: [String]
    let noAction: [String]

    func statuses() -> [StateCode: TreatyStatus] {
        var statuses: [StateCode: TreatyStatus] = [:]
        for (code, year) in parties { statuses[StateCode(code)] = .party(year: year) }
        for code in signatories { statuses[StateCode(code)] = .signatory }
        for code in noAction { statuses[StateCode(code)] = .noAction }
        return statuses
    }
}

/// Treaties in order, by name, and what each State has done about them.
struct TreatyIndex: Sendable {
    let facts: [TreatyFacts]
    let origins: [FactSource]
    private let byCode: [String: TreatyFacts]
    private let labels: LabelIndex
    private let statuses: [String: [StateCode: TreatyStatus]]

    /// The status of the extra directory's States is added to that of the real ones.
    init(from directory: String, extra: String?) throws(ReferenceError) {
        let file = try FactFile<TreatyFacts>.read("treaties.json", from: directory)
        var byCode: [String: TreatyFacts] = [:]
        var labels = LabelIndex()
        for fact in file.facts {
            guard byCode.updateValue(fact, forKey: fact.code) == nil else {
                throw .duplicate(file: "treaties.json", field: "code", value: fact.code)
            }
            for label in Array(fact.names.all) + fact.aliases + [fact.acronym, fact.code] {
                labels.add(label, code: fact.code)
            }
        }
        let ratification = try FactFile<RatificationFacts>.read("ratification.json", from: directory)
        var statuses: [String: [StateCode: TreatyStatus]] = [:]
        let additions: [RatificationFacts] = try FactReader.additions("ratification.json", in: extra)
        for fact in ratification.facts + additions {
            guard byCode[fact.treaty] != nil else {
                throw .unknown(file: "ratification.json", field: "treaty", value: fact.treaty)
            }
            statuses[fact.treaty, default: [:]].merge(fact.statuses()) { _, new in new }
        }
        facts = file.facts
        origins = [file.origin(of: "treaties.json"), ratification.origin(of: "ratification.json")]
        self.byCode = byCode
        self.labels = labels
        self.statuses = statuses
    }

    func fact(_ code: String) -> TreatyFacts? { byCode[code] }
    func codes(named name: String) -> [String] { labels.codes(of: name) }

    func status(of state: StateCode, treaty: String) -> TreatyStatus {
        statuses[treaty]?[state] ?? .notLoaded
    }
}
