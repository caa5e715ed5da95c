package import Domain

/// One session of the Universal Periodic Review's Working Group.
package struct ReviewSession: Sendable {
    /// 1...54.
    package let session: Int
    /// 1...4.
    package let cycle: Int
    /// Year and month in which it began; nil where that was not verified.
    package let began: CalendarDate?
}

extension ReviewSession: Decodable {
    private enum CodingKeys: String, CodingKey { case session, cycle, began }

    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        session = try values.decode(Int.self, forKey: .session)
        cycle = try values.decode(Int.self, forKey: .cycle)
        let text = try values.decodeIfPresent(String.self, forKey: .began)
        began = text.flatMap { CalendarDate($0) }
        guard (began == nil) == (text == nil) else {
            throw DecodingError.dataCorruptedError(forKey: .began, in: values, debugDescription: text ?? "")
        }
    }
}
