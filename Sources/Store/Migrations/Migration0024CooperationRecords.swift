extension Migration {
    static let cooperationRecords = Migration(24, "cooperation-records", [])
}
