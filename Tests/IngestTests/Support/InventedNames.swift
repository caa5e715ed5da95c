import Domain
import Ingest

/// Names of invented States and of a few codes, in several languages.
struct InventedNames: NameResolver {
    static let states: [String: String] = [
        "aldora": "XAA", "republic of aldora": "XAA", "альдора": "XAA", "ألدورا": "XAA", "阿尔多拉": "XAA", "xaa": "XAA",
        "belmar": "XAB", "бельмар": "XAB", "بلمار": "XAB", "贝尔马": "XAB", "xab": "XAB", "corvia": "XAC", "корвия": "XAC",
        "كورفيا": "XAC", "科维亚": "XAC", "corvia, republic of": "XAC", "dorvane": "XAD", "îles dorées": "XAE",
    ]

    func state(named name: String) -> StateCode? {
        Self.states[name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")].map {
            StateCode($0)
        }
    }

    func theme(labelled label: String) -> [String] {
        ["Clean water": ["water"], "Fair trial": ["justice"]][label] ?? []
    }
    func person(labelled label: String) -> [String] { label == "Children" ? ["children"] : [] }
    func sdg(labelled label: String) -> String? {
        label.split(separator: " ").first.map(String.init).flatMap { $0.first?.isNumber == true ? $0 : nil }
    }
    func mechanism(named name: String) -> MechanismCode? {
        ["UPR", "CRC", "CAT"].contains(name) ? MechanismCode(name.lowercased()) : nil
    }
    func uhriName(of identifier: String) -> String? {
        [
            "g-upr": "UPR", "g-crc": "CRC", "g-aldora": "Aldora", "g-belmar": "Belmar", "g-corvia": "Corvia",
            "g-rec": "Recommendations",
            "g-obs": "Concerns/Observations", "g-supported": "Supported", "g-34": "Session 34", "g-cycle3": "Cycle 3",
            "g-water": "Clean water", "g-16.2": "16.2 - Protect the young",
        ][identifier]
    }
}

/// Takes every name as its own code.
struct AnyNames: NameResolver {
    func state(named name: String) -> StateCode? { StateCode(name) }
    func theme(labelled label: String) -> [String] { [] }
    func person(labelled label: String) -> [String] { [] }
    func sdg(labelled label: String) -> String? { nil }
    func mechanism(named name: String) -> MechanismCode? { MechanismCode(name.lowercased()) }
    func uhriName(of identifier: String) -> String? { nil }
}
