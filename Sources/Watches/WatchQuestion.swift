import CooperationRecords
package import Domain
import FoundationEssentials

/// What kind of thing somebody follows.
package enum WatchSubject: String, Hashable, Sendable, CaseIterable {
    case recommendations, assessments
    case facts = "cooperation-facts"
    case consultations

    /// The parameter that names it in addresses and forms.
    package static let parameter = "of"

    /// Parameters of a question to it.
    package var names: Set<String> {
        switch self {
        case .recommendations: WatchQuestion.searchNames
        case .assessments: ["state", "recommendation", "issue", "assessor", "scheme"]
        case .facts: ["state", "kind"]
        case .consultations: ["state"]
        }
    }

    /// Whether a value of such a parameter can be one.
    fileprivate func accepts(_ name: String, _ value: String) -> Bool {
        switch (self, name) {
        case (.recommendations, _): true
        case (_, "recommendation"), (_, "issue"): Int64(value).map { $0 > 0 } ?? false
        case (_, "assessor"): Assessment.AssessorKind(rawValue: value) != nil
        case (_, "kind"): StateFactKind(rawValue: value) != nil
        case (_, "scheme"): value.count <= 40
        default: value.count <= 200
        }
    }
}

/// A question to what everybody may read, as an address has it.
package struct WatchQuestion: Hashable, Sendable {
    package struct Item: Hashable, Sendable, Codable {
        package var name: String
        package var value: String
    }

    package private(set) var subject: WatchSubject
    /// In the order of the address: of a question to the record `q`, facets and `exact` alone.
    package private(set) var items: [Item]
    /// Whether something in it was no question: it asks for nothing then, and not for more than was meant.
    private var isUnfit = false

    package static let itemsMax = 60
    static let searchNames = Set(Facet.allCases.map(\.rawValue) + ["q", "exact"])

    /// Other parameters and empty ones are passed over.
    package init(_ parameters: [(name: String, value: String)]) {
        let of = parameters.first { $0.name == WatchSubject.parameter && !$0.value.isEmpty }?.value
        let subject = of.map { WatchSubject(rawValue: $0) } ?? .recommendations
        self.subject = subject ?? .recommendations
        let names = self.subject.names
        items = parameters.filter { names.contains($0.name) && !$0.value.isEmpty }.prefix(Self.itemsMax).map {
            Item(name: $0.name, value: String($0.value.prefix(SearchRequest.queryCharactersMax)))
        }
        if self.subject != .recommendations {
            // Each of these narrows by one value.
            isUnfit =
                Set(items.map(\.name)).count != items.count
                || !items.allSatisfy { self.subject.accepts($0.name, $0.value) }
                // As its feed refuses it: a thing is one or the other.
                || Set(items.map(\.name)).isSuperset(of: ["recommendation", "issue"])
        }
        if subject == nil { isUnfit = true }
    }

    init?(_ subject: WatchSubject, stored text: String) {
        guard let items = try? JSONDecoder().decode([Item].self, from: Data(text.utf8)) else { return nil }
        self.subject = subject
        self.items = items
    }

    var stored: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(items)).map { String(decoding: $0, as: UTF8.self) } ?? "[]"
    }

    /// Whether it asks for nothing. Everything that is assessed or consulted on can be followed; of facts those of one State.
    package var isEmpty: Bool {
        if isUnfit { return true }
        switch subject {
        case .recommendations: return items.isEmpty
        case .facts: return value("state") == nil
        case .assessments, .consultations: return false
        }
    }

    package func value(_ name: String) -> String? { items.first { $0.name == name }?.value }
    package func values(_ facet: Facet) -> [String] { items.filter { $0.name == facet.rawValue }.map(\.value) }

    /// The parameters of its address, the subject among them where it is not the record itself.
    package var parameters: [(String, String)] {
        (subject == .recommendations ? [] : [(WatchSubject.parameter, subject.rawValue)]) + narrowing
    }

    /// As the search takes it.
    package func request(_ language: LanguageTag) -> SearchRequest {
        var filters: [Facet: Set<String>] = [:]
        for facet in Facet.allCases {
            let values = values(facet)
            if !values.isEmpty { filters[facet] = Set(values) }
        }
        return SearchRequest(
            query: value("q") ?? "", filters: filters, sort: .date, limit: SearchRequest.limitMax, language: language,
            isExact: value("exact") != nil)
    }

    /// The page that shows everything on it, with its parameters.
    package var place: (path: String, parameters: [(String, String)]) {
        switch subject {
        case .recommendations: return ("/search", narrowing + [("sort", "date")])
        case .assessments:
            if let id = value("recommendation") { return ("/recommendations/\(id)", []) }
            if let id = value("issue") { return ("/issues/\(id)", []) }
            return ("/assessments", narrowing)
        case .facts: return ("/states/\(Self.encoded(value("state") ?? ""))/cooperation", [])
        case .consultations: return ("/consultations", narrowing)
        }
    }

    private var narrowing: [(String, String)] { items.map { ($0.name, $0.value) } }

    /// The same in one text, percent-encoded.
    var page: String {
        let (path, parameters) = place
        guard !parameters.isEmpty else { return path }
        return path + "?" + parameters.map { "\($0.0)=\(Self.encoded($0.1))" }.joined(separator: "&")
    }

    /// The feed of the same, with its parameters.
    package var feed: (path: String, parameters: [(String, String)]) {
        let path =
            switch subject {
            case .recommendations: "/recommendations.atom"
            case .assessments: "/assessments.atom"
            case .facts: "/cooperation-facts.atom"
            case .consultations: "/consultations.atom"
            }
        return (path, narrowing)
    }

    /// The parameters of an address, percent-encoded.
    package var address: String {
        items.map { "\($0.name)=\(Self.encoded($0.value))" }.joined(separator: "&")
    }

    private static func encoded(_ text: String) -> String {
        var out = ""
        for byte in text.utf8 {
            switch byte {
            case 48...57, 65...90, 97...122, UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "~"):
                out.unicodeScalars.append(Unicode.Scalar(byte))
            default: out += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return out
    }
}
