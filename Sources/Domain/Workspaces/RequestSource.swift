/// The net a request came from, as far as limits need it: never a whole address.
///
/// It is held while a request is answered. It has no text form, so that no line of a log and no message can carry it.
package struct RequestSource: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
    /// The first 24 bits of an address of 32, the first 48 of one of 128.
    package let net: [UInt8]

    /// Four or sixteen bytes; nil for any other number.
    package init?(address: [UInt8]) {
        switch address.count {
        case 4: net = Array(address[..<3])
        case 16:
            // An address of 32 bits inside one of 128.
            let isMapped = address[..<10].allSatisfy { $0 == 0 } && address[10] == 255 && address[11] == 255
            net = isMapped ? Array(address[12..<15]) : Array(address[..<6])
        default: return nil
        }
    }

    package var description: String { "a source" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
