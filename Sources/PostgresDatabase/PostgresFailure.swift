import CLibPQ
import Store

extension StoreError {
    /// `PG_DIAG_SQLSTATE` and its neighbours are characters in C.
    private static func field(_ result: OpaquePointer, _ code: Character) -> String? {
        code.asciiValue.flatMap { PQresultErrorField(result, Int32($0)) }.map { String(cString: $0) }
    }

    init(result: OpaquePointer, session: OpaquePointer) {
        let message = String(cString: PQresultErrorMessage(result)).firstLine
        let state = Self.field(result, "C") ?? ""
        if PQstatus(session) != CONNECTION_OK {
            self = .unavailable(reason: message)
            return
        }
        switch state {
        case "23505": self = .constraint(.unique, name: Self.field(result, "n") ?? "")
        case "23503": self = .constraint(.foreignKey, name: Self.field(result, "n") ?? "")
        case "23514": self = .constraint(.check, name: Self.field(result, "n") ?? "")
        case "23502": self = .constraint(.notNull, name: Self.field(result, "c") ?? "")
        // Serialisation failure, deadlock, lock not available within its time.
        case "40001", "40P01", "55P03": self = .busy(reason: message)
        case "25006": self = .readOnly
        case "25P03": self = .unavailable(reason: message)
        case "57014": self = .cancelled
        case "53100", "53200": self = .limit(.space)
        case "54000": self = .limit(.size)
        case "22003": self = .constraint(.check, name: message)
        case "42501": self = .readOnly
        case "XX001", "XX002": self = .corrupt(reason: message)
        default: self.init(class: state.prefix(2), message: "\(message) (\(state))")
        }
    }

    private init(class: Substring, message: String) {
        switch `class` {
        case "23": self = .constraint(.other, name: message)
        case "08", "53", "57": self = .unavailable(reason: message)
        default: self = .statement(reason: message)
        }
    }
}
