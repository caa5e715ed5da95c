package import Domain

/// A rule of procedure: an event of a mechanism, and by when something is due after or before it. The date that a document prints
/// goes before any of these.
package struct ClockRuleFacts: Sendable, Hashable {
    /// `periodic-cedaw`; unique.
    package let code: String
    /// What catalogues call the deadline: `clocks.rule.<name>`; rules of several committees share one.
    package let name: String
    package let event: ClockEventKind
    /// Nil: any.
    package let mechanism: MechanismCode?
    package let kind: DeadlineKind
    package let offset: ClockOffset
    package let force: DeadlineForce
    /// The resolution, treaty or rule it stands in.
    package let source: String
    /// The rule is silent once there is a later event of this kind (of the same mechanism).
    package let until: ClockEventKind?
}

extension ClockRuleFacts: Decodable {
    private enum CodingKeys: String, CodingKey {
        case code, name, event, mechanism, kind, count, unit, force, source, until
    }

    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        code = try values.decode(String.self, forKey: .code)
        name = try values.decode(String.self, forKey: .name)
        event = try values.decode(ClockEventKind.self, forKey: .event)
        mechanism = try values.decodeIfPresent(String.self, forKey: .mechanism).map { MechanismCode($0) }
        kind = try values.decode(DeadlineKind.self, forKey: .kind)
        let count = try values.decode(Int.self, forKey: .count)
        guard ClockOffset.counts.contains(count) else {
            throw DecodingError.dataCorruptedError(forKey: .count, in: values, debugDescription: "\(count)")
        }
        offset = ClockOffset(count: count, unit: try values.decode(ClockUnit.self, forKey: .unit))
        force = try values.decode(DeadlineForce.self, forKey: .force)
        source = try values.decode(String.self, forKey: .source)
        until = try values.decodeIfPresent(ClockEventKind.self, forKey: .until)
    }
}
