//! A table as Apache Parquet, for those who reckon with it: typed columns under names that stay.

use std::sync::Arc;

use jiff::civil::{Date, date};
use parquet::basic::{LogicalType, Repetition, Type as Physical};
use parquet::data_type::{ByteArray, ByteArrayType, Int32Type, Int64Type};
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use parquet::schema::types::{Type, TypePtr};

/// What stands in a column, row by row; none where nothing is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Values {
    /// Words.
    Text(Vec<Option<String>>),
    /// Whole numbers.
    Whole(Vec<Option<i64>>),
    /// Days.
    Day(Vec<Option<Date>>),
}

/// One column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name: lower-case ASCII, the same in every language.
    pub name: &'static str,
    /// What stands in it.
    pub values: Values,
}

/// Why a table was not written.
#[derive(Debug, thiserror::Error)]
#[error("the table could not be written: {0}")]
pub struct ColumnsError(#[from] ParquetError);

/// A table as a Parquet file with one row group; the same table has the same bytes.
///
/// # Errors
/// When two columns have the same name or not the same number of rows.
pub fn parquet(name: &str, columns: &[Column]) -> Result<Vec<u8>, ColumnsError> {
    let fields: Vec<TypePtr> = columns.iter().map(field).collect::<Result<_, _>>()?;
    let schema = Type::group_type_builder(name).with_fields(fields).build()?;
    let properties = WriterProperties::builder()
        .set_created_by("NaikKelas".to_owned())
        .build();
    let mut writer = SerializedFileWriter::new(Vec::new(), Arc::new(schema), properties.into())?;
    let mut group = writer.next_row_group()?;
    for column in columns {
        if let Some(mut open) = group.next_column()? {
            write(&mut open, &column.values)?;
            open.close()?;
        }
    }
    group.close()?;
    Ok(writer.into_inner()?)
}

fn field(column: &Column) -> Result<TypePtr, ParquetError> {
    let (physical, logical) = match column.values {
        Values::Text(_) => (Physical::BYTE_ARRAY, Some(LogicalType::String)),
        Values::Whole(_) => (Physical::INT64, None),
        Values::Day(_) => (Physical::INT32, Some(LogicalType::Date)),
    };
    let field = Type::primitive_type_builder(column.name, physical)
        .with_repetition(Repetition::OPTIONAL)
        .with_logical_type(logical)
        .build()?;
    Ok(Arc::new(field))
}

fn write(open: &mut SerializedColumnWriter<'_>, values: &Values) -> Result<(), ParquetError> {
    match values {
        Values::Text(rows) => {
            let (known, levels) = parts(rows, |text| ByteArray::from(text.as_str()));
            open.typed::<ByteArrayType>()
                .write_batch(&known, Some(&levels), None)?;
        }
        Values::Whole(rows) => {
            let (known, levels) = parts(rows, |number| *number);
            open.typed::<Int64Type>()
                .write_batch(&known, Some(&levels), None)?;
        }
        Values::Day(rows) => {
            let (known, levels) = parts(rows, |day| days(*day));
            open.typed::<Int32Type>()
                .write_batch(&known, Some(&levels), None)?;
        }
    }
    Ok(())
}

/// The values that are known, and for each row whether it has one: 1 or 0.
fn parts<T, U>(rows: &[Option<T>], value: impl Fn(&T) -> U) -> (Vec<U>, Vec<i16>) {
    let known = rows.iter().flatten().map(value).collect();
    let levels = rows.iter().map(|row| i16::from(row.is_some())).collect();
    (known, levels)
}

/// Days since 1970, as Parquet counts them.
fn days(day: Date) -> i32 {
    // The calendar's years go from -9999 to 9999: some 4 million days.
    day.duration_since(date(1970, 1, 1))
        .as_hours()
        .div_euclid(24) as i32
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;
    use parquet::file::reader::{FileReader, SerializedFileReader};

    fn table() -> [Column; 3] {
        [
            Column {
                name: "measure",
                values: Values::Text(vec![Some("=1+1".to_owned()), Some("naik".to_owned()), None]),
            },
            Column {
                name: "value",
                values: Values::Whole(vec![Some(-3), None, Some(i64::MAX)]),
            },
            Column {
                name: "day",
                values: Values::Day(vec![
                    Some(date(1969, 12, 31)),
                    Some(date(2026, 11, 26)),
                    None,
                ]),
            },
        ]
    }

    #[test]
    fn what_was_written_is_read_again() {
        let bytes = parquet("papan", &table()).unwrap();
        assert_eq!(bytes, parquet("papan", &table()).unwrap());
        let mut file = tempfile::tempfile().unwrap();
        file.write_all(&bytes).unwrap();
        let reader = SerializedFileReader::new(file).unwrap();
        assert_eq!(reader.metadata().file_metadata().num_rows(), 3);
        let rows: Vec<String> = reader
            .get_row_iter(None)
            .unwrap()
            .map(|row| row.unwrap().to_string())
            .collect();
        assert_eq!(
            rows,
            [
                "{measure: \"=1+1\", value: -3, day: 1969-12-31}",
                "{measure: \"naik\", value: null, day: 2026-11-26}",
                "{measure: null, value: 9223372036854775807, day: null}",
            ]
        );
    }

    #[test]
    fn a_table_that_is_none_is_an_error() {
        let mut uneven = table();
        uneven[1].values = Values::Whole(vec![Some(1)]);
        assert!(parquet("papan", &uneven).is_err());
        assert!(parquet("leer", &[]).is_ok());
    }
}
