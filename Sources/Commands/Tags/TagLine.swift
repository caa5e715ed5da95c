import Foundation

/// A line of JSON: a text, its language, and for training its tags by kind.
struct TagLine: Decodable {
    var text: String
    var language: String?
    /// Lines of one group (translations of a text) are never on both sides of the inner test.
    var group: String?
    /// Whose list of tags the labels are from.
    var source: String?
    var labels: [String: [String]] = [:]
    /// Kinds whose value was a list, not one value.
    var listKinds: Set<String> = []

    /// What is wrong with a line: the field, and how.
    struct Fault: Error, Hashable {
        var field: String
        var reason: String
    }

    /// Kinds that may stand beside the text, without `labels` around them.
    private static let bareKinds = ["action", "issues", "theme", "person", "sdg", "target"]

    private struct Key: CodingKey {
        var stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    /// One value or several, as words or numbers; null says that it is not known.
    private struct Values: Decodable {
        var codes: [String]?
        var isList = false

        init(from decoder: any Decoder) throws {
            if var list = try? decoder.unkeyedContainer() {
                isList = true
                var codes: [String] = []
                while !list.isAtEnd { codes.append(try list.decode(One.self).code) }
                self.codes = codes
            } else if try !decoder.singleValueContainer().decodeNil() {
                codes = [try One(from: decoder).code]
            }
        }
    }

    private struct One: Decodable {
        var code: String

        init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            if let number = try? value.decode(Int.self) {
                code = String(number)
            } else if let number = try? value.decode(Double.self) {
                code = String(number)
            } else {
                code = try value.decode(String.self)
            }
        }
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Key.self)
        text = try fields.decode(String.self, forKey: Key(stringValue: "text"))
        language = try fields.decodeIfPresent(String.self, forKey: Key(stringValue: "language"))
        group = try fields.decodeIfPresent(String.self, forKey: Key(stringValue: "group"))
        source = try fields.decodeIfPresent(String.self, forKey: Key(stringValue: "source"))
        let key = Key(stringValue: "labels")
        if fields.contains(key) {
            let kinds = try fields.nestedContainer(keyedBy: Key.self, forKey: key)
            for kind in kinds.allKeys { add(try kinds.decode(Values.self, forKey: kind), kind.stringValue) }
        } else {
            for kind in Self.bareKinds where fields.contains(Key(stringValue: kind)) {
                add(try fields.decode(Values.self, forKey: Key(stringValue: kind)), kind)
            }
        }
    }

    private mutating func add(_ values: Values, _ kind: String) {
        guard let codes = values.codes else { return }
        labels[kind] = codes
        if values.isList { listKinds.insert(kind) }
    }

    /// Reads a line; nil stands for one that was too long.
    static func read(_ bytes: [UInt8]?) throws(Fault) -> TagLine {
        guard let bytes else { throw Fault(field: "line", reason: "longer than 16 MB") }
        do {
            return try JSONDecoder().decode(TagLine.self, from: Data(bytes))
        } catch let error as DecodingError {
            throw fault(error)
        } catch {
            throw Fault(field: "line", reason: "no JSON object")
        }
    }

    private static func fault(_ error: DecodingError) -> Fault {
        func path(_ context: DecodingError.Context) -> String {
            let names = context.codingPath.map { $0.intValue.map(String.init) ?? $0.stringValue }
            return names.isEmpty ? "line" : names.joined(separator: ".")
        }
        switch error {
        case .keyNotFound(let key, _): return Fault(field: key.stringValue, reason: "missing")
        case .valueNotFound(_, let context): return Fault(field: path(context), reason: "missing")
        case .typeMismatch(_, let context):
            let field = path(context)
            return Fault(
                field: field,
                reason: field == "line"
                    ? "no JSON object"
                    : field == "labels" ? "not an object of kinds" : "not a word or number, nor a list of them")
        default: return Fault(field: "line", reason: "no JSON object")
        }
    }
}
