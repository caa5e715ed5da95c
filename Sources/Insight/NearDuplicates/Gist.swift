/// What a text asks, without manner: terms, instruments, and what kind of asking it is. Terms are numbers of one `Vocabulary`.
struct Gist {
    /// In the order of the text; without immediate repetition.
    var sequence: [UInt32] = []
    /// Each once, ascending.
    var set: [UInt32] = []
    var flags = Flags()

    struct Flags: Equatable, Hashable {
        /// By number in `Instruments.codes`.
        var instruments: UInt64 = 0
        /// Asks to become party to an instrument.
        var joins = false
        /// Asks to think about it.
        var isHedged = false
        var isNegated = false
        var namesReservations = false
        /// Of other words in capitals alone, which name something; 0 where there are none.
        var otherNames: UInt64 = 0
        /// Of the numbers in it, years aside; 0 where there are none.
        var numbers: UInt64 = 0
        var numberCount: UInt8 = 0
    }

    mutating func finish() {
        set.removeAll(keepingCapacity: true)
        set.append(contentsOf: sequence)
        set.sort()
        var kept = 0
        for index in set.indices where index == 0 || set[index] != set[kept - 1] {
            set[kept] = set[index]
            kept += 1
        }
        set.removeLast(set.count - kept)
    }
}
