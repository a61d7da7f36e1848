// Notes with headings of every sort, bullets, marks, code and a line that stands twice.
export const SOURCE = `# ☕ My notes

Hi! Welcome.

# 1. Data

## 1. Where it starts... Amazon S3

### 📌 Overview
Objects lie in **Buckets** (same as directories);

✏️ To Remember...
- Every object has a Key. The Key is the FULL path...
    - It helps with **partitioning**;
- Buckets have a _globally unique name_;

\`\`\`
# not a heading
<my_bucket>/my_file.txt
\`\`\`
<br>

### Tiers
- Durability -- 99.999999999%
- AZ -- >= 3
- Standart - General   Purpose

## 2. Kinesis

### Overview
- AZ -- >= 3
- one
- two
- three
- four
- five
- six
- seven
- eight
- nine

Setext heading
--------------
Below the line.
`;
