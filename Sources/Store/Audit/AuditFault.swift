/// What is wrong with the audit log, at the first place where it is wrong.
package enum AuditFault: Hashable, Sendable {
    /// No entry has this number, though later ones are there.
    case missing(number: Int64)
    /// This entry, or its digest, is not what was written.
    case altered(number: Int64)
    /// It is listed under another workspace than its own.
    case misfiled(number: Int64)
    /// Entries after this number were taken away, or the counter beside the log was changed.
    case cutOff(after: Int64)
    /// A subtree is missing or does not follow from the entries `first` to `last`.
    case tree(first: Int64, last: Int64)
    /// The right edge beside the counter does not follow from the entries.
    case edge
    /// A head whose signature does not fit what it says: altered, or not signed by the key it names.
    case headAltered(size: Int64, at: String)
    /// A head signed by a key that the data folder does not know.
    case headUnknownKey(size: Int64, at: String, keyID: String)
    /// A rightly signed head over more entries than there are: the log was set back.
    case headAhead(size: Int64, at: String, entries: Int64)
    /// The first `size` entries are not those that the head was signed over; they were still right at `rightUntil`.
    case headDiffers(size: Int64, at: String, rightUntil: Int64)
}

extension AuditFault: CustomStringConvertible {
    package var description: String {
        switch self {
        case .missing(let number): "entry \(number) is missing"
        case .altered(let number): "entry \(number) was changed, or is in another place than it was"
        case .misfiled(let number): "entry \(number) is listed under another workspace than its own"
        case .cutOff(let after): "entries after \(after) are missing, or the counter beside the log was changed"
        case .tree(let first, let last): "the tree over entries \(first) to \(last) does not follow from them"
        case .edge: "the edge of the tree beside the counter does not follow from the entries"
        case .headAltered(let size, let at):
            "the head of \(at) over \(size) entries was altered: its signature does not fit"
        case .headUnknownKey(let size, let at, let keyID):
            "the head of \(at) over \(size) entries is signed by key \(keyID), which this data folder does not know; if it is another "
                + "node's, add that node's public key to \(HeadKeys.othersName)"
        case .headAhead(let size, let at, let entries):
            "the head of \(at) was signed over \(size) entries, and there are \(entries): the log was set back"
        case .headDiffers(let size, let at, let rightUntil):
            "the first \(size) entries are not those the head of \(at) was signed over; something from \(rightUntil + 1) to \(size) was "
                + "written anew"
        }
    }
}
