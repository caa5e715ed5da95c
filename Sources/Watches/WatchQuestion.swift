package import Domain
import FoundationEssentials

/// A question to the public record, as an address of the search page has it.
package struct WatchQuestion: Hashable, Sendable, Codable {
    package struct Item: Hashable, Sendable, Codable {
        package var name: String
        package var value: String
    }

    /// In the order of the address: `q`, facets and `exact` alone.
    package var items: [Item]

    package static let itemsMax = 60
    private static let names = Set(Facet.allCases.map(\.rawValue) + ["q", "exact"])

    /// Other parameters and empty ones are passed over.
    package init(_ parameters: [(name: String, value: String)]) {
        items = parameters.filter { Self.names.contains($0.name) && !$0.value.isEmpty }.prefix(Self.itemsMax).map {
            Item(name: $0.name, value: String($0.value.prefix(SearchRequest.queryCharactersMax)))
        }
    }

    init?(stored text: String) {
        guard let items = try? JSONDecoder().decode([Item].self, from: Data(text.utf8)) else { return nil }
        self.items = items
    }

    var stored: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(items)).map { String(decoding: $0, as: UTF8.self) } ?? "[]"
    }

    package var isEmpty: Bool { items.isEmpty }

    package func values(_ facet: Facet) -> [String] { items.filter { $0.name == facet.rawValue }.map(\.value) }

    /// As the search takes it.
    package func request(_ language: LanguageTag) -> SearchRequest {
        var filters: [Facet: Set<String>] = [:]
        for facet in Facet.allCases {
            let values = values(facet)
            if !values.isEmpty { filters[facet] = Set(values) }
        }
        return SearchRequest(
            query: items.first { $0.name == "q" }?.value ?? "", filters: filters, sort: .date,
            limit: SearchRequest.limitMax, language: language, isExact: items.contains { $0.name == "exact" })
    }

    /// In one line, for a letter: what was typed in quotation marks, then what it was narrowed by.
    func line(_ name: (Facet, String) -> String) -> String {
        items.compactMap { item in
            if item.name == "q" { return "“\(item.value)”" }
            return Facet(rawValue: item.name).map { name($0, item.value) }
        }.joined(separator: " · ")
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
