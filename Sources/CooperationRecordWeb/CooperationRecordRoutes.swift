package import CooperationRecords
package import Frame

/// Pages and API of cooperation records: every address of this room.
package enum CooperationRecordRoutes {
    package static func all(_ cooperationRecords: StateCooperation) -> [Route] { [] }

    package static let schemas: [Schema.Named] = []
}
