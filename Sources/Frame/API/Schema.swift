import Markup

/// A JSON Schema, as far as the API's answers need it.
package indirect enum Schema: Sendable {
    /// A schema that routes refer to.
    package typealias Named = (name: String, schema: Schema)

    case string
    case nullableString
    case integer
    case nullableInteger
    case nullableNumber
    case number
    case boolean
    case choice([String])
    case array(Schema)
    /// Every member is required; nothing else may be there.
    case object([(String, Schema)])
    /// Any names, each with a value of this kind.
    case dictionary(Schema)
    case reference(String)

    /// Writes it as a member of the object at hand.
    func write(_ key: String?, _ json: JSONWriter) {
        json.object(key) {
            switch self {
            case .string: json.member("type", "string")
            case .nullableString: json.array("type", of: ["string", "null"])
            case .integer: json.member("type", "integer")
            case .nullableInteger: json.array("type", of: ["integer", "null"])
            case .nullableNumber: json.array("type", of: ["number", "null"])
            case .number: json.member("type", "number")
            case .boolean: json.member("type", "boolean")
            case .choice(let values):
                json.member("type", "string")
                json.array("enum", of: values)
            case .array(let items):
                json.member("type", "array")
                items.write("items", json)
            case .dictionary(let values):
                json.member("type", "object")
                values.write("additionalProperties", json)
            case .reference(let name): json.member("$ref", "#/components/schemas/\(name)")
            case .object(let members):
                json.member("type", "object")
                json.array("required", of: members.map(\.0))
                json.member("additionalProperties", false)
                json.object("properties") { for (name, schema) in members { schema.write(name, json) } }
            }
        }
    }
}
