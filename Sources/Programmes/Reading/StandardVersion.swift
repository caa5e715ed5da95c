import Markup

/// The version of the aid-data standard a file says it keeps to.
package enum StandardVersion: Hashable, Sendable {
    /// 1.01 to 1.05.
    case first(String)
    /// 2.01 to 2.03.
    case second(String)

    package var text: String {
        switch self {
        case .first(let text), .second(let text): text
        }
    }

    /// By the root's attribute; where that is missing, by the form: only version 2 has narratives.
    static func of(_ root: XMLElement, _ activity: XMLElement) throws(XMLFault) -> StandardVersion {
        let said = (root["version"] ?? "").trimmingPrefixAndSuffixSpace
        switch said {
        case "1.01", "1.02", "1.03", "1.04", "1.05", "1.0", "1": return .first(said)
        case "2.01", "2.02", "2.03": return .second(said)
        case "":
            guard let title = activity.first("title") else { throw .version("") }
            return title.first("narrative") == nil ? .first("1") : .second("2")
        default: throw .version(said)
        }
    }
}
