/// How alike two gists are, counted term by term.
enum GistComparison {
    /// 0...1: the weight of the terms both have over that of all terms, less where what they ask differs in kind. Symmetric.
    static func similarity(
        _ a: UnsafeBufferPointer<UInt32>, _ aFlags: Gist.Flags, _ b: UnsafeBufferPointer<UInt32>, _ bFlags: Gist.Flags,
        _ weight: UnsafeBufferPointer<Int32>
    ) -> Float {
        var shared: Int32 = 0
        var onlyA: Int32 = 0
        var onlyB: Int32 = 0
        var i = 0
        var j = 0
        while i < a.count, j < b.count {
            if a[i] == b[j] {
                shared += weight[Int(a[i])]
                i += 1
                j += 1
            } else if a[i] < b[j] {
                onlyA += weight[Int(a[i])]
                i += 1
            } else {
                onlyB += weight[Int(b[j])]
                j += 1
            }
        }
        while i < a.count {
            onlyA += weight[Int(a[i])]
            i += 1
        }
        while j < b.count {
            onlyB += weight[Int(b[j])]
            j += 1
        }
        let all = shared + onlyA + onlyB
        guard all > 0 else { return 0 }
        return Float(shared) / Float(all) * agreement(aFlags, bFlags, terms: max(a.count, b.count))
    }

    /// 1 where both ask in the same kind; less where only one asks to consider it, for the contrary, to join other instruments,
    /// with other reservations or other numbers. In a long text, which asks for much, one such difference is less of a whole.
    static func agreement(_ a: Gist.Flags, _ b: Gist.Flags, terms: Int) -> Float {
        if a == b { return 1 }
        let difference = 1 - difference * min(1, oneDemandTerms / Float(terms))
        var share: Float = 1
        if a.isHedged != b.isHedged { share *= difference }
        if a.isNegated != b.isNegated { share *= difference }
        if a.namesReservations != b.namesReservations { share *= difference }
        let joins = a.joins && b.joins || a.namesReservations && b.namesReservations
        if a.instruments != b.instruments {
            let common = a.instruments & b.instruments
            let isNested = common == a.instruments || common == b.instruments
            if joins || !isNested { share *= difference }
        }
        if joins, a.otherNames != b.otherNames { share *= difference }
        if a.numbers != b.numbers, a.numberCount == b.numberCount { share *= difference }
        return share
    }

    /// Short texts that differ in kind stay below `NearDuplicates.threshold`, however many words they share.
    private static let difference: Float = 0.5
    /// About as many terms as one demand has.
    private static let oneDemandTerms: Float = 16
}
