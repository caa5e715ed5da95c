extension Migration {
    static let workbooks = Migration(15, "workbooks", [])
}
