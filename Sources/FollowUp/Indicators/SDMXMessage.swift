import FoundationEssentials

/// A data message of SDMX-JSON, of version 1.0 or 2.0: the parts that hold values and what they are values of. Everything else in
/// the message is passed over.
///
/// Sources: *SDMX-JSON Data Message* 1.0.0 (`data.structure`, observations as arrays) and 2.0.0 (`data.structures`, data sets that
/// name theirs by index); drafts before 1.0 had `structure` and `dataSets` at the top.
struct SDMXMessage: Decodable {
    struct Structure: Decodable {
        struct Dimensions: Decodable {
            var dataSet: [Dimension]?
            var series: [Dimension]?
            var observation: [Dimension]?
        }

        struct Attributes: Decodable {
            var observation: [Dimension]?
        }

        var dimensions: Dimensions?
        var attributes: Attributes?
    }

    struct Dimension: Decodable {
        struct Value: Decodable {
            /// `F`; in 2.0 a time may stand as `value` or as `start`.
            var id: String?
            var value: String?
            var start: String?
            var name: Name?

            var code: String { id ?? value ?? String((start ?? "").prefix(10)) }
        }

        var id: String
        var values: [Value]
    }

    /// A name as plain text, or by language.
    struct Name: Decodable {
        var text: String

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let plain = try? container.decode(String.self) {
                text = plain
            } else {
                let byLanguage = try container.decode([String: String].self)
                text = byLanguage["en"] ?? byLanguage.sorted { $0.key < $1.key }.first?.value ?? ""
            }
        }
    }

    struct DataSet: Decodable {
        struct Series: Decodable { var observations: [String: [Cell]]? }

        /// Which of the message's structures it has; 2.0.
        var structure: Int?
        var series: [String: Series]?
        var observations: [String: [Cell]]?
    }

    /// A number exactly as written, a text, or anything else, which is nothing to us.
    struct Cell: Decodable {
        var text: String?
        var index: Int?

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if container.decodeNil() { return }
            if let number = try? container.decode(Decimal.self) {
                text = number.description
                index = try? container.decode(Int.self)
            } else {
                text = try? container.decode(String.self)
            }
        }
    }

    private struct Body: Decodable {
        var structure: Structure?
        var structures: [Structure]?
        var dataSets: [DataSet]?
    }

    private enum Key: String, CodingKey { case data, structure, structures, dataSets }

    var structures: [Structure]
    var dataSets: [DataSet]

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        let body = try container.decodeIfPresent(Body.self, forKey: .data) ?? Body(from: decoder)
        structures = body.structures ?? body.structure.map { [$0] } ?? []
        dataSets = body.dataSets ?? []
    }
}
