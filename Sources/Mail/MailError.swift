package import Programs

/// Why a message was not sent.
package enum MailError: Error, Hashable, Sendable {
    /// No receiver can have this address.
    case address(String)
    /// No catalogue has a text for messages of this kind.
    case unknownKind(String)
    /// The text of this kind asks for something the message does not carry.
    case missingArgument(kind: String, name: String)
    case templateUnreadable(path: String, reason: String)
    case tooLarge
    /// The mail server refused this receiver for good: what it said.
    case refused(String)
    /// The mail server put this message off: what it said.
    case putOff(String)
    /// The mail server could not be reached, or refused us: what happened.
    case server(String)
    case program(ProgramError)

    /// Trying again cannot help.
    package var isFinal: Bool {
        switch self {
        case .address, .unknownKind, .missingArgument, .tooLarge, .refused: true
        case .templateUnreadable, .putOff, .server, .program: false
        }
    }
}

extension MailError: CustomStringConvertible {
    /// Kept beside the message, for whoever runs the server.
    package var description: String {
        switch self {
        case .address(let address): "\(address) is no e-mail address this program can write to"
        case .unknownKind(let kind): "there is no text for messages of kind \(kind)"
        case .missingArgument(let kind, let name): "the text of kind \(kind) needs \"\(name)\""
        case .templateUnreadable(let path, let reason): "the template \(path) cannot be used: \(reason)"
        case .tooLarge: "its attachments are too large"
        case .refused(let reason): "the mail server refused it: \(reason)"
        case .putOff(let reason): "the mail server put it off: \(reason)"
        case .server(let reason): "the mail server did not take it: \(reason)"
        case .program(.missing(let program)): "\(program.name) is missing: install \(program.package)"
        case .program(let error): "\(error)"
        }
    }
}
