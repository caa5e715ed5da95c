package import Domain
import FoundationEssentials

extension Settings {
    /// Who runs this installation, as the configuration declares it; nil where it says nothing. A declaration that does not fit
    /// together is a failure at start, never a silent default.
    package var declaredOperator: Operator? {
        get throws {
            guard let text = operatorKind else {
                guard operatorName == nil else { throw CommandFailure("operator-name needs operator.") }
                guard independentAddress != nil else { return nil }
                throw CommandFailure("independent-address needs operator and operator-name.")
            }
            guard let kind = Operator.Kind(rawValue: text) else {
                let kinds = Operator.Kind.allCases.map(\.rawValue).joined(separator: ", ")
                throw CommandFailure("operator is one of \(kinds), not \(text).")
            }
            let name = (operatorName ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
            guard !name.isEmpty, name.count <= 200 else {
                throw CommandFailure("operator needs operator-name, of 1 to 200 characters.")
            }
            if let address = independentAddress {
                guard let url = URL(string: address), let host = url.host(), !host.isEmpty,
                    url.scheme == "https" || (url.scheme == "http" && host.hasSuffix(".onion"))
                else {
                    throw CommandFailure("independent-address is an address with https (or http of an onion service).")
                }
            }
            return Operator(kind: kind, name: name, independentAddress: independentAddress)
        }
    }
}
