/// One attribute of an element: a known name and a value that is escaped when it is written.
public struct Attribute: Sendable {
    enum Value: Sendable {
        case text(String)
        case number(Double)
        case flag
        /// Nothing is written.
        case absent
    }

    let name: StaticString
    let value: Value

    init(_ name: StaticString, _ value: Value) {
        self.name = name
        self.value = value
    }

    /// An attribute this file does not list. The name is part of the program, never data.
    public static func custom(_ name: StaticString, _ value: String?) -> Attribute {
        Attribute(name, value.map(Value.text) ?? .absent)
    }
    public static func custom(_ name: StaticString, _ value: Int) -> Attribute {
        Attribute(name, .number(Double(value)))
    }
}

// MARK: - Global and ARIA

extension Attribute {
    public static func `class`(_ names: String) -> Attribute { custom("class", names.isEmpty ? nil : names) }
    public static func id(_ value: String) -> Attribute { custom("id", value) }
    public static func lang(_ tag: String) -> Attribute { custom("lang", tag) }
    public static func dir(_ value: String) -> Attribute { custom("dir", value) }
    public static func role(_ value: String) -> Attribute { custom("role", value) }
    public static func title(_ value: String) -> Attribute { custom("title", value) }
    public static func tabindex(_ value: Int) -> Attribute { custom("tabindex", value) }
    public static func label(_ value: String) -> Attribute { custom("aria-label", value) }
    public static func labelledBy(_ id: String) -> Attribute { custom("aria-labelledby", id) }
    public static func describedBy(_ id: String?) -> Attribute { custom("aria-describedby", id) }
    /// `page`, `true`; nil writes nothing.
    public static func current(_ value: String?) -> Attribute { custom("aria-current", value) }
    public static var hidden: Attribute { custom("aria-hidden", "true") }
}

// MARK: - Links

extension Attribute {
    /// An address. One whose scheme is not `http`, `https` or `mailto` is left out, whatever it came from.
    public static func href(_ address: String) -> Attribute { custom("href", isSafe(address) ? address : nil) }
    public static func src(_ address: String) -> Attribute { custom("src", isSafe(address) ? address : nil) }
    public static func action(_ address: String) -> Attribute { custom("action", isSafe(address) ? address : nil) }
    public static func rel(_ value: String) -> Attribute { custom("rel", value) }
    public static func hreflang(_ tag: String) -> Attribute { custom("hreflang", tag) }

    static func isSafe(_ address: String) -> Bool {
        for scheme in ["http://", "https://", "mailto:"] where address.hasPrefix(scheme) { return true }
        for byte in address.utf8 {
            switch byte {
            case UInt8(ascii: ":"): return false
            case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): return true
            case 0...0x20: return false
            default: continue
            }
        }
        return true
    }
}

// MARK: - Forms and tables

extension Attribute {
    public static func name(_ value: String) -> Attribute { custom("name", value) }
    public static func value(_ value: String) -> Attribute { custom("value", value) }
    public static func type(_ value: String) -> Attribute { custom("type", value) }
    public static func method(_ value: String) -> Attribute { custom("method", value) }
    public static func `for`(_ id: String) -> Attribute { custom("for", id) }
    public static func placeholder(_ value: String) -> Attribute { custom("placeholder", value) }
    public static func autocomplete(_ value: String) -> Attribute { custom("autocomplete", value) }
    public static func maxlength(_ value: Int) -> Attribute { custom("maxlength", value) }
    public static func scope(_ value: String) -> Attribute { custom("scope", value) }
    public static func colspan(_ value: Int) -> Attribute { custom("colspan", value) }
    public static func datetime(_ value: String) -> Attribute { custom("datetime", value) }
    public static func checked(_ isOn: Bool) -> Attribute { Attribute("checked", isOn ? .flag : .absent) }
    public static func selected(_ isOn: Bool) -> Attribute { Attribute("selected", isOn ? .flag : .absent) }
    public static func disabled(_ isOn: Bool) -> Attribute { Attribute("disabled", isOn ? .flag : .absent) }
    public static func multiple(_ isOn: Bool) -> Attribute { Attribute("multiple", isOn ? .flag : .absent) }
    public static var required: Attribute { Attribute("required", .flag) }
    public static func alt(_ value: String) -> Attribute { custom("alt", value) }
    public static func open(_ isOn: Bool) -> Attribute { Attribute("open", isOn ? .flag : .absent) }
}

// MARK: - Pictures

extension Attribute {
    public static func viewBox(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> Attribute {
        custom("viewBox", [x, y, width, height].map(HTMLWriter.text).joined(separator: " "))
    }
    public static func x(_ value: Double) -> Attribute { Attribute("x", .number(value)) }
    public static func y(_ value: Double) -> Attribute { Attribute("y", .number(value)) }
    public static func x1(_ value: Double) -> Attribute { Attribute("x1", .number(value)) }
    public static func y1(_ value: Double) -> Attribute { Attribute("y1", .number(value)) }
    public static func x2(_ value: Double) -> Attribute { Attribute("x2", .number(value)) }
    public static func y2(_ value: Double) -> Attribute { Attribute("y2", .number(value)) }
    public static func cx(_ value: Double) -> Attribute { Attribute("cx", .number(value)) }
    public static func cy(_ value: Double) -> Attribute { Attribute("cy", .number(value)) }
    public static func r(_ value: Double) -> Attribute { Attribute("r", .number(value)) }
    public static func rx(_ value: Double) -> Attribute { Attribute("rx", .number(value)) }
    public static func width(_ value: Double) -> Attribute { Attribute("width", .number(value)) }
    public static func height(_ value: Double) -> Attribute { Attribute("height", .number(value)) }
    public static func fill(_ value: String) -> Attribute { custom("fill", value) }
    public static func stroke(_ value: String) -> Attribute { custom("stroke", value) }
    public static func strokeWidth(_ value: Double) -> Attribute { Attribute("stroke-width", .number(value)) }
    public static func d(_ value: String) -> Attribute { custom("d", value) }
    public static func points(_ value: String) -> Attribute { custom("points", value) }
    public static func transform(_ value: String) -> Attribute { custom("transform", value) }
    public static func textAnchor(_ value: String) -> Attribute { custom("text-anchor", value) }
    public static func preserveAspectRatio(_ value: String) -> Attribute { custom("preserveAspectRatio", value) }
}
